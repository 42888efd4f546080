import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { INSIDE_HOSTS, LEAVING_CASES, OWN_HOST } from '../libs/theming/src/testing/leaving-cases';

const script = readFileSync(join(__dirname, 'base/assets/js/leaving.js'), 'utf8');

type Listener = (event: object) => void;

/** The script in a page that knows just enough: opens a link and tells whether it asked first. */
function visitor() {
  const listeners: Listener[] = [];
  const go = { href: '', addEventListener: () => undefined };
  const address = { textContent: '' };
  const dialog = {
    isOpen: false,
    showModal: () => (dialog.isOpen = true),
    close: () => (dialog.isOpen = false),
    querySelector: (selector: string) => (selector.includes('go') ? go : address),
    getAttribute: () => INSIDE_HOSTS.join(' '),
    addEventListener: () => undefined,
  };
  const document = {
    getElementById: () => dialog,
    addEventListener: (_name: string, listener: Listener) => listeners.push(listener),
  };
  runInNewContext(script, { document, window: { location: { hostname: OWN_HOST } } });
  return {
    open(href: string): { asked: boolean; prevented: boolean; address: string } {
      const url = new URL(href);
      let prevented = false;
      const link = { href: url.href, protocol: url.protocol, hostname: url.hostname };
      for (const listen of listeners)
        listen({ target: { closest: () => link }, preventDefault: () => (prevented = true) });
      return { asked: dialog.isOpen, prevented, address: address.textContent };
    },
  };
}

describe('离站提示', () => {
  it.each(LEAVING_CASES)('before opening %s: %s', (href, leaves) => {
    const { asked, prevented, address } = visitor().open(href);

    expect([asked, prevented]).toEqual([leaves, leaves]);
    expect(address).toBe(leaves ? new URL(href).href : '');
  });

  it('asks nothing of mail and telephone', () => {
    expect(visitor().open('mailto:a@news.example').asked).toBe(false);
  });
});
