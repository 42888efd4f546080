import type { Browser, Page } from 'playwright-core';
import { GALLERY_THEMES, type GalleryTheme } from '../support/theme-gallery/data';
import { GalleryServer } from '../support/theme-gallery/server';
import { NARROW, openBrowser, person, WIDE } from './chromium';
import { inLanes } from './lanes';
import { listen, violations } from './looking';
import { askedIn, FRAME, thinned, wear, type Seen } from './matrix';
import { CONTRASTS, ELDER, SIMPLE, SMALL_TARGETS } from './modes';

const names = GalleryServer.names();
const heard: string[] = [];
/** Headers and footers that were already looked at, by what dresses them. */
const framesSeen = new Set<string>();

let gallery: GalleryServer;
let browser: Browser;
let found: Map<string, readonly string[]>;

beforeAll(async () => {
  // All themes show the same site, so that a document is new only where a theme has templates of its own.
  [gallery, browser] = await Promise.all([GalleryServer.open('portal-red'), openBrowser()]);
  const tabs: Page[] = [];
  for (let tab = 0; tab < 2; tab += 1) {
    const page = await (await person(browser, { viewport: WIDE })).newPage();
    listen(page, heard);
    tabs.push(page);
  }
  found = await inLanes(tabs.length, names, (name, lane) => faultsOf(tabs[lane]!, name));
}, 900_000);
afterAll(async () => {
  await browser?.close();
  await gallery?.close();
});

async function faultsOf(page: Page, name: string): Promise<string[]> {
  const faults: string[] = [];
  const looks = new Map<string, string[]>();
  let shown = { theme: GALLERY_THEMES[0]!, document: '' };

  for (const theme of GALLERY_THEMES) {
    const note = (where: string, here: readonly string[]): void =>
      void faults.push(...here.map((one) => `${theme}, ${where}: ${one}`));
    const asked = async (mode: string, where: string): Promise<void> => {
      const known = looks.get(where) ?? [];
      const seen = await page.evaluate<Seen>(askedIn(mode, known));
      looks.set(where, [...known, seen.look]);
      note(where, seen.faults);
    };
    const document = gallery.documentOf(theme, name);
    if (shown.document === document) {
      await page.evaluate(wear(gallery.assetsOf(shown.theme), gallery.assetsOf(theme)));
    } else {
      note('plain', await arrives(page, theme, name));
    }
    for (const mode of CONTRASTS) await asked(mode, mode);
    await page.setViewportSize(NARROW);
    // Plain at both widths in the first theme; the colours of the others are seen at either.
    for (const mode of ['', SIMPLE, ELDER]) await asked(mode, `${mode || 'plain'} on a telephone`);
    note('elder on a telephone', await page.evaluate<string[]>(SMALL_TARGETS));
    await page.setViewportSize(WIDE);
    shown = { theme, document };
  }
  return faults;
}

/** Comes to a page anew, and asks axe everything about it. */
async function arrives(page: Page, theme: GalleryTheme, name: string): Promise<string[]> {
  await page.goto(gallery.address(theme, name));
  const frame = await page.evaluate<string>(FRAME);
  await page.evaluate(thinned(framesSeen.has(frame)));
  framesSeen.add(frame);
  return violations(page);
}

it.each(names)(
  'a %s page is for everybody in every theme, in simple, elder and all contrast modes',
  (name) => {
    expect(found.get(name)).toEqual([]);
  },
);

it('no page of any theme makes the browser complain', () => {
  expect(heard).toEqual([]);
});
