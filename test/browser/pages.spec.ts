import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { County, crawl, SITES } from '../support/county';
import { NARROW, NARROWEST, openBrowser, person, WIDE } from './chromium';
import { listen, sideways, violations } from './looking';
import { fullestPages, PAGE_KINDS, THEME_NAMES, type PageKind, type ThemeName } from './public-pages';

let county: County;
let browser: Browser;
let pages: Map<ThemeName, Map<PageKind, string>>;

beforeAll(async () => {
  [county, browser] = await Promise.all([County.open(), openBrowser()]);
  const port = county.app.publicPort;
  const reached = await crawl(port);
  pages = new Map(THEME_NAMES.map((theme) => [theme, fullestPages(port, reached, theme)]));
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await county?.close();
});

const addressOf = (theme: ThemeName, kind: PageKind): string => {
  const url = pages.get(theme)?.get(kind);
  if (!url) throw new Error(`no ${kind} page in ${theme}`);
  return url;
};

describe.each(THEME_NAMES)('主题 %s', (theme) => {
  let context: BrowserContext;
  let page: Page;
  const heard: string[] = [];

  beforeAll(async () => {
    context = await person(browser);
    page = await context.newPage();
    listen(page, heard, /status of 404/);
  });
  afterAll(() => context?.close());

  it.each(PAGE_KINDS)(
    'shows a %s page that everybody can use, at every width and in every mode',
    async (kind) => {
      const faults: Record<string, string[]> = {};
      for (const viewport of [WIDE, NARROW]) {
        await page.setViewportSize(viewport);
        await page.goto(addressOf(theme, kind));
        faults[`axe@${viewport.width}`] = await violations(page);
      }
      await page.setViewportSize(NARROWEST);
      faults['sideways@320'] = await sideways(page);
      await showAs(page, 'elder large');
      faults['elder sideways@320'] = await sideways(page);
      await page.setViewportSize(NARROW);
      faults['elder axe@375'] = await violations(page);
      await page.setViewportSize(WIDE);
      await showAs(page, `contrast ${CONTRASTS[PAGE_KINDS.indexOf(kind) % CONTRASTS.length]}`);
      faults['contrast axe@1440'] = await violations(page);

      expect(Object.entries(faults).filter(([, found]) => found.length > 0)).toEqual([]);
      expect(heard.splice(0)).toEqual([]);
    },
  );
});

/** The three contrasts take turns over the kinds of pages; each theme sees all of them. */
const CONTRASTS = ['contrast-light', 'contrast-dark', 'contrast-yellow'];

/** The page as a reader sees it who chose so; nothing is kept for the next page. */
const showAs = (page: Page, words: string): Promise<void> =>
  page.evaluate<void>(`document.documentElement.setAttribute('data-access', '${words}')`);

describe('不用脚本', () => {
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    context = await person(browser, { javaScriptEnabled: false });
    page = await context.newPage();
    page.setDefaultTimeout(15_000);
  });
  afterAll(() => context?.close());

  it.each(THEME_NAMES)('%s leads from the home page through the navigation to a text', async (theme) => {
    await page.setViewportSize(WIDE);
    await page.goto(addressOf(theme, 'home'));
    const channel = page
      .getByRole('navigation', { name: '主导航' })
      .getByRole('link', { name: /动态|要闻|公告/ });
    await channel.first().click();
    await page.locator('.channel-body .article-list a').first().click();

    await page.getByRole('heading', { level: 1 }).waitFor();
    expect((await page.locator('.article-body').innerText()).length).toBeGreaterThan(20);
  });

  it.each(PAGE_KINDS)('a %s page hides nothing it has to say', async (kind) => {
    await page.setViewportSize(WIDE);
    await page.goto(addressOf('portal-red', kind));

    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await hiddenWords(page)).toEqual([]);
  });

  it('opens the navigation of a telephone', async () => {
    await page.setViewportSize(NARROW);
    await page.goto(addressOf('township-green', 'home'));
    const entry = navigation(page).getByRole('link').first();
    expect(await entry.isVisible()).toBe(false);

    await page.getByText('栏目导航', { exact: true }).click();

    expect(await entry.isVisible()).toBe(true);
    await entry.click();
    await page.getByRole('heading', { level: 1 }).waitFor();
  });
});

describe('只用键盘', () => {
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    context = await person(browser);
    page = await context.newPage();
    page.setDefaultTimeout(15_000);
  });
  afterAll(() => context?.close());

  const focused = (): Locator => page.locator(':focus');

  it.each(THEME_NAMES)('%s offers first to skip to the content', async (theme) => {
    await page.setViewportSize(WIDE);
    await page.goto(addressOf(theme, 'article'));
    await page.keyboard.press('Tab');

    expect(await focused().innerText()).toBe('跳到主要内容');
    expect((await focused().boundingBox())?.y).toBeGreaterThanOrEqual(0);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await isFocusWithin(page, 'main')).toBe(true);
  });

  it('opens the second level of the navigation and closes it with Escape', async () => {
    await page.setViewportSize(WIDE);
    await page.goto(addressOf('portal-red', 'home'));
    const parent = navigation(page).locator('.has-children').first();
    const child = parent.locator('.nav-sub a').first();
    expect(await child.isVisible()).toBe(false);

    await parent.locator('.nav-top').focus();
    await child.waitFor({ state: 'visible' });
    await page.keyboard.press('Tab');
    expect(await isFocusWithin(page, '.nav-sub')).toBe(true);

    await page.keyboard.press('Escape');
    await child.waitFor({ state: 'hidden' });
  });

  it('walks the navigation of a telephone and follows it', async () => {
    await page.setViewportSize(NARROW);
    await page.goto(addressOf('department-blue', 'home'));
    await page.locator('.nav-switch summary').focus();
    await page.keyboard.press('Enter');
    // Past the entry that leads home, where we are.
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');

    expect(await isFocusWithin(page, '.nav-list')).toBe(true);
    const before = page.url();
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.href !== before);
  });

  it('shows where the focus is on everything that takes it', async () => {
    await page.setViewportSize(WIDE);
    await page.goto(`http://${SITES.qingshui.host}:${county.app.publicPort}/`);
    const unmarked: string[] = [];
    for (let step = 0; step < 60; step += 1) {
      await page.keyboard.press('Tab');
      const fault = await page.evaluate<string | null>(UNMARKED);
      if (fault) unmarked.push(fault);
    }

    expect(unmarked).toEqual([]);
  });
});

const navigation = (page: Page): Locator => page.getByRole('navigation', { name: '主导航' });

/** Whether the keyboard is now within what the selector names. */
const isFocusWithin = (page: Page, selector: string): Promise<boolean> =>
  page.evaluate<boolean>(`document.activeElement?.closest('${selector}') !== null`);

/** Runs in the page: the focused thing when neither outline nor shadow tells that it is. */
const UNMARKED = `(() => {
  const one = document.activeElement;
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
  const isMarked = (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) || boxShadow !== 'none';
  return isMarked || one === document.body ? null : one.outerHTML.slice(0, 160);
})()`;

/** Texts of the content that take no room on the page. */
const hiddenWords = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(`[...document.querySelectorAll('main :is(h1, h2, h3, p, li a, td)')]
    .filter((one) => one.textContent.trim() && !one.closest('[data-tools], dialog, .visually-hidden'))
    .filter((one) => one.getClientRects().length === 0)
    .map((one) => one.outerHTML.slice(0, 160))`);
