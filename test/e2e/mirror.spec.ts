import { readdir, readFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { SiteDirectory } from '@zhanqun/platform';
import { SiteMirror, type MirrorReport } from '@zhanqun/theming';
import { Citizens, textOf } from '../support/citizens';
import { SITES } from '../support/county';
import { temporaryDirectory, type TemporaryDirectory } from '../support/temporary';

const KEY = 'hexi';
const { host, prefix } = SITES[KEY];
let citizens: Citizens;
let mirror: SiteMirror;
let folder: TemporaryDirectory;
let to: string;
let report: MirrorReport;

beforeAll(async () => {
  citizens = await Citizens.open();
  mirror = citizens.app.get(SiteMirror);
  folder = temporaryDirectory();
  to = folder.path;
  report = await mirror.copy(KEY, { to, isTraditional: true });
}, 240_000);
afterAll(async () => {
  await citizens?.close();
  await folder?.remove();
});

const copied = async (): Promise<string[]> =>
  (await readdir(join(to, host), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

/** What a web server without any program would show. */
const isThere = (path: string): boolean => {
  const file = join(to, host, decodeURIComponent(path));
  return path.endsWith('/') ? existsSync(join(file, 'index.html')) : existsSync(file);
};

describe('一个站点的静态副本', () => {
  it('is complete, with every link of the site and everything a page loads leading to a file', async () => {
    expect(report).toMatchObject({ isComplete: true, failed: [], broken: [] });
    const directory = citizens.app.get<SiteDirectory>(SiteDirectory as never, { strict: false });
    const lost = new Map<string, string>();
    const pages = (await copied()).filter((file) => file.endsWith('.html'));
    for (const file of pages) {
      const html = await readFile(file, 'utf8');
      const path = file.slice(join(to, host).length).replace(/index\.html$/, '');
      for (const [, , address = ''] of html.matchAll(/\s(href|src|poster|action)="([^"#][^"]*)"/g)) {
        if (/^(?:mailto|tel|data|javascript):/.test(address)) continue;
        const link = new URL(address.replaceAll('&amp;', '&'), `http://${host}${path}`);
        const match = directory.match(link.hostname, link.pathname);
        const isOwn = match.kind === 'site' && match.site.key === KEY;
        const isLoaded = link.hostname === host && link.pathname.startsWith('/_theme/');
        if ((isOwn || isLoaded) && !isThere(link.pathname)) lost.set(link.pathname, path);
      }
    }
    expect(pages.length).toBeGreaterThan(30);
    expect([...lost].slice(0, 20)).toEqual([]);
  });

  it('has the bytes that citizens get, every article of the site map, feed, 404 page and scripts loaded late', async () => {
    const read = (path: string): Promise<string> => readFile(join(to, host, prefix, path), 'utf8');
    expect(await read('index.html')).toBe(textOf(await citizens.get(KEY, '/')));
    expect(await read('feed.xml')).toBe(textOf(await citizens.get(KEY, '/feed.xml')));
    expect(await read('404.html')).toBe(textOf(await citizens.get(KEY, '/there-is-no-such-page/')));
    expect(await read('zh-hant/index.html')).toBe(textOf(await citizens.get(KEY, '/zh-hant/')));
    const parts = [...(await read('sitemap.xml')).matchAll(/<loc>([^<]+)</g)].map(
      ([, url]) => new URL(url ?? ''),
    );
    expect(parts.length).toBeGreaterThan(1);
    for (const { pathname } of parts) {
      const part = await readFile(join(to, host, pathname), 'utf8');
      const listed = [...part.matchAll(/<loc>([^<]+)</g)].map(([, url]) => new URL(url ?? '').pathname);
      expect(listed.filter((path) => !isThere(path))).toEqual([]);
    }
    const names = (await copied()).map((file) => file.slice(file.lastIndexOf('/') + 1));
    expect(names).toEqual(expect.arrayContaining(['speech.js', 'access-bar.css', 'actions.js']));
  });

  it('names what it cannot do', () => {
    const left = report.leftOut.map(({ what }) => what);
    expect(left).toEqual(expect.arrayContaining(['search', 'visits', 'otherSite']));
  });

  it('is not written again where nothing changed, and a check finds no drift', async () => {
    const again = await mirror.copy(KEY, { to, isTraditional: true });
    expect(again).toMatchObject({ isComplete: true, written: 0, removed: 0, files: report.files });
    expect(await mirror.check(KEY, { to, pages: 25 })).toEqual({
      sampled: 25,
      same: 25,
      differing: [],
      missing: [],
      leftover: [],
      unanswered: [],
    });
  }, 120_000);
});
