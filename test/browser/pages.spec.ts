import type { Browser, Page } from 'playwright-core';
import { County, crawl } from '../support/county';
import { NARROWEST, openBrowser, person, WIDE } from './chromium';
import { inLanes } from './lanes';
import { CUT, OVERLAPPING, SHIFT } from './layout';
import { listen, sideways, violations } from './looking';
import { ELDER, showAs } from './modes';
import { fullestPages, PAGE_KINDS, THEME_NAMES, type PageKind, type ThemeName } from './public-pages';

/**
 * The pages of the demo county as its editors filled them. Every theme, mode and width with made-up
 * content stands in theme-matrix and theme-layout; here is what real texts do to them.
 */
const wanted = THEME_NAMES.flatMap((theme) => PAGE_KINDS.map((kind) => `${theme} ${kind}`));

let county: County;
let browser: Browser;
let found: Map<string, readonly string[]>;

beforeAll(async () => {
  [county, browser] = await Promise.all([County.open(), openBrowser()]);
  const port = county.app.publicPort;
  const reached = await crawl(port, MOST);
  const pages = new Map(THEME_NAMES.map((theme) => [theme, fullestPages(port, reached, theme)]));
  const tabs: Page[] = [];
  for (let tab = 0; tab < 2; tab += 1) tabs.push(await (await person(browser)).newPage());
  found = await inLanes(tabs.length, wanted, async (name, lane) => {
    const [theme, kind] = name.split(' ') as [ThemeName, PageKind];
    const url = pages.get(theme)?.get(kind);
    return url ? faultsOf(tabs[lane]!, url) : ['there is no such page'];
  });
}, 480_000);
afterAll(async () => {
  await browser?.close();
  await county?.close();
});

/** Pages to choose the fullest of each kind from: every channel and the newest texts of all sites. */
const MOST = 900;

async function faultsOf(page: Page, url: string): Promise<string[]> {
  const faults: string[] = [];
  const note = (where: string, here: readonly string[]): void =>
    void faults.push(...here.map((one) => `${url}, ${where}: ${one}`));
  const heard: string[] = [];
  page.removeAllListeners();
  listen(page, heard, /status of 404/);

  await page.setViewportSize(WIDE);
  await page.goto(url);
  note('1440', await violations(page));
  note('1440', await page.evaluate<string[]>(SHIFT));
  await page.setViewportSize(NARROWEST);
  for (const mode of ['', ELDER]) {
    await page.evaluate(showAs(mode));
    note(`320 ${mode}`, await sideways(page));
    note(`320 ${mode}`, await page.evaluate<string[]>(CUT));
    note(`320 ${mode}`, await page.evaluate<string[]>(OVERLAPPING));
  }
  note('console', heard);
  return faults;
}

it.each(wanted)('%s of the county can be read by everybody, wide and narrow', (name) => {
  expect(found.get(name)).toEqual([]);
});
