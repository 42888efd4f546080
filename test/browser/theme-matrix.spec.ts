import type { Browser, Page } from 'playwright-core';
import { GALLERY_THEMES, type GalleryTheme } from '../support/theme-gallery/data';
import { GalleryServer } from '../support/theme-gallery/server';
import { NARROW, openBrowser, person, WIDE } from './chromium';
import { inLanes } from './lanes';
import { listen, violations } from './looking';
import { askedIn, FRAME, thinned, wear, type Asked } from './matrix';
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

/** What is looked at in every theme. Plain at 1440 px is what a page comes in. */
const WAYS = [
  { size: WIDE, modes: CONTRASTS },
  { size: NARROW, modes: ['', SIMPLE, ELDER] },
];

async function faultsOf(page: Page, name: string): Promise<string[]> {
  const faults: string[] = [];
  let shown = { theme: GALLERY_THEMES[0]!, document: '' };
  let ways = WAYS;

  for (const theme of GALLERY_THEMES) {
    const note = (where: string, here: readonly string[]): void =>
      void faults.push(...here.map((one) => `${theme}, ${where}: ${one}`));
    const document = gallery.documentOf(theme, name);
    if (shown.document === document) {
      await page.evaluate(wear(gallery.assetsOf(shown.theme), gallery.assetsOf(theme)));
    } else {
      note('plain', await arrives(page, theme, name));
      ways = WAYS;
    }
    for (const { size, modes } of ways) {
      await page.setViewportSize(size);
      for (const { mode, faults: here } of await page.evaluate<Asked[]>(askedIn(modes)))
        note(`${mode || 'plain'} at ${size.width}`, here);
      if (modes.at(-1) === ELDER) note('elder on a telephone', await page.evaluate<string[]>(SMALL_TARGETS));
    }
    // The next theme is first seen at the width where this one was seen last.
    ways = ways.toReversed();
    shown = { theme, document };
  }
  return faults;
}

/** Comes to a page anew, and asks axe everything about it. */
async function arrives(page: Page, theme: GalleryTheme, name: string): Promise<string[]> {
  await page.setViewportSize(WIDE);
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
