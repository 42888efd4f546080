import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { GALLERY_THEMES, type GalleryTheme } from '../support/theme-gallery/data';
import { GalleryServer } from '../support/theme-gallery/server';
import { NARROW, NARROWEST, openBrowser, person, WIDE } from './chromium';
import { contactSheet } from './contact-sheet';
import { inLanes } from './lanes';
import { ALL_PICTURES, CUT, OVERLAPPING, SHIFT, SPACED } from './layout';
import { sideways } from './looking';
import { ELDER, showAs } from './modes';

/** Where the pictures are kept, to be looked through by a person: open index.html there. */
const PICTURES = resolve(__dirname, '../../.cache/pages');
const TABLET = { width: 768, height: 1024 };
/** A window of 1280 px at 200 %. */
const ZOOMED = { width: 640, height: 450 };

const names = GalleryServer.names();
/** The themes take turns over the pages: a layout is the base theme's, what a theme changes of it is seen often. */
const themeOf = (name: string): GalleryTheme => GALLERY_THEMES[names.indexOf(name) % GALLERY_THEMES.length]!;

let gallery: GalleryServer;
let browser: Browser;
let found: Map<string, readonly string[]>;

beforeAll(async () => {
  rmSync(PICTURES, { recursive: true, force: true });
  mkdirSync(PICTURES, { recursive: true });
  [gallery, browser] = await Promise.all([GalleryServer.open(), openBrowser()]);
  const tabs: Page[] = [];
  for (let tab = 0; tab < 3; tab += 1) tabs.push(await (await person(browser)).newPage());
  found = await inLanes(tabs.length, names, (name, lane) => faultsOf(tabs[lane]!, name));
  writeFileSync(join(PICTURES, 'index.html'), contactSheet(names.map((name) => [name, themeOf(name)])));
}, 900_000);
afterAll(async () => {
  await browser?.close();
  await gallery?.close();
});

async function faultsOf(page: Page, name: string): Promise<string[]> {
  const theme = themeOf(name);
  const faults: string[] = [];
  const note = (where: string, faultsHere: readonly string[]): void =>
    void faults.push(...faultsHere.map((one) => `${theme}, ${where}: ${one}`));
  const look = async (where: string): Promise<void> => {
    note(where, await sideways(page));
    note(where, await page.evaluate<string[]>(CUT));
    note(where, await page.evaluate<string[]>(OVERLAPPING));
  };
  const take = async (): Promise<void> => {
    const { width } = page.viewportSize()!;
    await page.evaluate(ALL_PICTURES);
    await page.screenshot({
      path: join(PICTURES, `${name}-${theme}-${width}.jpg`),
      fullPage: true,
      quality: 85,
    });
  };

  await page.setViewportSize(WIDE);
  await page.goto(gallery.address(theme, name));
  note('1440', await page.evaluate<string[]>(SHIFT));
  await look('1440');
  await take();
  await page.setViewportSize(TABLET);
  await look('768');
  await take();
  await page.setViewportSize(NARROW);
  await page.goto(gallery.address(theme, name));
  note('375', await page.evaluate<string[]>(SHIFT));
  await take();
  await page.setViewportSize(NARROWEST);
  await look('320');
  await take();
  await page.evaluate(showAs(ELDER));
  await look('320, elder');
  await page.evaluate(showAs(''));
  await page.setViewportSize(ZOOMED);
  await page.evaluate(SPACED);
  await look('200 %, text spacing');
  return faults;
}

it.each(names)(
  'a %s page stays whole at every width, at 200 %, with wide spacing and for elders, and nothing in it jumps',
  (name) => {
    expect(found.get(name)).toEqual([]);
  },
);

describe('打印', () => {
  it('a policy document is printed as the paper looks: its facts and text, no menus and nothing cut', async () => {
    const page = await (await person(browser, { viewport: { width: 794, height: 1123 } })).newPage();
    await page.emulateMedia({ media: 'print' });
    await page.goto(gallery.address('portal-red', 'policy-document'));
    await page.screenshot({ path: join(PICTURES, 'policy-document-print.png'), fullPage: true });
    const pdf = await page.pdf({ path: join(PICTURES, 'policy-document.pdf'), preferCSSPageSize: true });

    for (const away of [
      '.main-nav',
      '.search',
      '.utility',
      '.site-footer nav',
      '[data-tools]',
      '.breadcrumb',
    ])
      expect([away, await page.locator(away).first().isVisible()]).toEqual([away, false]);
    expect(await page.getByText('示政发〔2026〕3号').first().isVisible()).toBe(true);
    expect([
      ...(await page.evaluate<string[]>(CUT)),
      ...(await page.evaluate<string[]>(OVERLAPPING)),
    ]).toEqual([]);
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  });
});
