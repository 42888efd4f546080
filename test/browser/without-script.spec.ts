import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { County, SITES } from '../support/county';
import { GalleryServer } from '../support/theme-gallery/server';
import { visit } from '../support/visitor';
import { NARROW, openBrowser, person } from './chromium';
import { inLanes } from './lanes';

/** Words of the content that take no room on the page, and controls that only a script could serve. */
const USELESS = `[
  ...[...document.querySelectorAll('main :is(h1, h2, h3, p, li a, td)')]
    .filter((one) => one.textContent.trim() && !one.closest('[data-tools], dialog, .visually-hidden'))
    .filter((one) => one.getClientRects().length === 0)
    .map((one) => 'hidden: ' + one.outerHTML.slice(0, 160)),
  ...[...document.querySelectorAll('button, [role=tab], [role=button], input, select')]
    .filter((one) => one.getClientRects().length > 0 && (!one.closest('form[action]') || one.type === 'button'))
    .map((one) => 'does nothing: ' + one.outerHTML.slice(0, 160)),
]`;

let browser: Browser;
let context: BrowserContext;

beforeAll(async () => {
  browser = await openBrowser();
  context = await person(browser, { javaScriptEnabled: false });
});
afterAll(() => browser?.close());

describe('不用脚本的各类页面', () => {
  const names = GalleryServer.names();
  let gallery: GalleryServer;
  let found: Map<string, readonly string[]>;

  beforeAll(async () => {
    gallery = await GalleryServer.open();
    const tabs = [await context.newPage(), await context.newPage()];
    found = await inLanes(tabs.length, names, async (name, lane) => {
      const page = tabs[lane]!;
      await page.goto(gallery.address('portal-red', name), { waitUntil: 'domcontentloaded' });
      return page.evaluate<string[]>(USELESS);
    });
  }, 600_000);
  afterAll(() => gallery?.close());

  it.each(names)('a %s page hides nothing it has to say and shows no dead control', (name) => {
    expect(found.get(name)).toEqual([]);
  });
});

describe('不用脚本走一遍', () => {
  let county: County;
  let page: Page;

  beforeAll(async () => {
    county = await County.open();
    page = await context.newPage();
    page.setDefaultTimeout(20_000);
  }, 240_000);
  afterAll(() => county?.close());

  const main = (): Locator => page.getByRole('main');
  const heading = (name: string | RegExp): Promise<void> =>
    page.getByRole('heading', { level: 1, name }).waitFor();
  const home = (site: keyof typeof SITES): string =>
    `http://${SITES[site].host}:${county.app.publicPort}${SITES[site].prefix}/`;
  /** What is useless on the page where the citizen stands now. */
  const useless = async (): Promise<string[]> => page.evaluate<string[]>(USELESS);

  it('a citizen gets from the home page to lists, texts, files, both searches, topics, letters and other sites', async () => {
    const faults: string[] = [];
    const standsAt = async (name: string | RegExp): Promise<void> => {
      await heading(name);
      faults.push(...(await useless()).map((one) => `${page.url()} ${one}`));
    };
    await page.goto(home('shifan'));
    await standsAt(/示范县人民政府/);
    // All tabs and all pictures of the carousel are there.
    for (const panel of await page.locator('.tab-panel').all()) expect(await panel.isVisible()).toBe(true);
    for (const slide of await page.locator('.slides-strip li').all())
      expect((await slide.boundingBox())?.width).toBeGreaterThan(100);

    const navigation = page.getByRole('navigation', { name: '主导航' });
    await navigation.getByRole('link', { name: '通知公告' }).first().click();
    await standsAt('通知公告');
    const first = await main().locator('.article-list a').first().innerText();
    await page
      .getByRole('navigation', { name: '翻页' })
      .getByRole('link', { name: /下一页/ })
      .click();
    await standsAt('通知公告');
    expect(await main().locator('.article-list a').first().innerText()).not.toBe(first);
    await main().locator('.article-list a').first().click();
    await page.locator('.article-body').waitFor();
    expect((await page.locator('.article-body').innerText()).length).toBeGreaterThan(20);

    await page.goto(`${home('shifan')}bsfw/zlxz/`);
    await standsAt('资料下载');
    const file = new URL(
      (await main().locator('a[href*="/_files/"]').first().getAttribute('href'))!,
      page.url(),
    );
    expect((await visit(county.app.publicPort, SITES.shifan.host, file.pathname)).status).toBe(200);

    await page.getByRole('search', { name: '' }).getByRole('searchbox').first().fill('医保');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /找到 .+结果/ }).waitFor();
    await page.locator('.search-facets .facet li a').last().click();
    await page.getByRole('heading', { name: /找到 .+结果/ }).waitFor();
    expect(await page.locator('.search-facets [aria-current]').count()).toBe(1);
    faults.push(...(await useless()));

    await page.getByRole('contentinfo').getByRole('link', { name: '政策文件库' }).click();
    await standsAt('政策文件库');
    await page.locator('.policies-facet a', { hasText: '2026年' }).click();
    await page.getByRole('link', { name: /去掉条件/ }).waitFor();
    await page.getByLabel('标题或发文字号').fill('营商环境');
    await page.getByRole('button', { name: '查找' }).click();
    await page.locator('.policies-title a', { hasText: '营商环境' }).first().click();
    await page.locator('.paper-number, .policy-facts').first().waitFor();

    await page.goto(`${home('shifan')}zt/`);
    const topic = main().locator('.topic-cards a').first();
    const address = await topic.getAttribute('href');
    await topic.click();
    await page.waitForURL(`**${address}`);
    await standsAt(/./);

    await page.getByRole('contentinfo').getByRole('link', { name: '网站地图' }).click();
    await standsAt('网站地图');
    await main().getByRole('link', { name: '来信选登' }).click();
    await standsAt('来信选登');
    await page.getByRole('contentinfo').getByRole('link', { name: '联系我们' }).click();
    await standsAt('联系我们');

    await page.getByRole('link', { name: '繁體' }).click();
    await standsAt('聯繫我們');
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-Hant');
    await page
      .getByRole('contentinfo')
      .getByRole('link', { name: /網站地圖|網站地圖/ })
      .click();
    await standsAt('網站地圖');
    await main()
      .getByRole('link', { name: /清水鎮/ })
      .first()
      .click();
    await page.waitForURL((url) => url.hostname === SITES.qingshui.host);
    await standsAt(/清水/);
    expect(faults).toEqual([]);
  });

  it('opens the navigation of a telephone', async () => {
    await page.setViewportSize(NARROW);
    await page.goto(home('qingshui'));
    const entry = page.getByRole('navigation', { name: '主导航' }).getByRole('link').first();
    expect(await entry.isVisible()).toBe(false);

    await page.getByText('栏目导航', { exact: true }).click();

    expect(await entry.isVisible()).toBe(true);
    await entry.click();
    await page.getByRole('heading', { level: 1 }).waitFor();
  });
});
