import type { Browser, Page } from 'playwright-core';
import { County, SITES } from '../support/county';
import { openBrowser, person } from './chromium';
import { listen, violations } from './looking';
import { Officer } from './officer';

/** The desks that change what citizens see and find without writing a text. */
let county: County;
let browser: Browser;
let portal: Officer;
let citizen: Page;
const heard: string[] = [];

beforeAll(async () => {
  [county, browser] = await Promise.all([County.open(), openBrowser()]);
  portal = await Officer.enter(browser, county.app.consolePort, 'sf-admin');
  citizen = await (await person(browser)).newPage();
  citizen.setDefaultTimeout(20_000);
  for (const page of [portal.page, citizen]) listen(page, heard);
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await county?.close();
});
afterEach(() => expect(heard.splice(0)).toEqual([]));

const address = (path: string): string => `http://${SITES.shifan.host}:${county.app.publicPort}${path}`;

it('检索词典 makes a popular name find the official one, until the entry is taken back', async () => {
  const results = citizen.getByRole('heading', { name: /找到 .+结果/ });
  const asks = (): Promise<unknown> =>
    citizen.goto(address('/search/?q=%E9%98%BF%E4%BF%9D%E9%98%BF%E4%BF%9D'));
  await asks();
  await citizen.getByRole('heading', { name: /没有找到/ }).waitFor();

  await portal.opens('/s/shifan/search-lexicon');
  await portal.page.getByLabel('增加同义词').fill('阿保阿保、医保');
  await portal.press('加入');
  await portal.reads(/已加入“阿保阿保、医保”/);
  await asks();
  await results.waitFor();

  await portal.page
    .getByRole('row', { name: /阿保阿保/ })
    .getByRole('button', { name: '删除' })
    .click();
  await portal.press('删除');
  await portal.reads(/已删除“阿保阿保、医保”/);
});

it('页面版面 changes a block, shows the draft to nobody, and everybody what was published', async () => {
  const title = '县情速览版块';
  const { page } = portal;
  await portal.opens('/s/shifan/layouts');
  await page.locator('.card').filter({ hasText: '热点文章' }).getByRole('button').first().click();
  await page.getByRole('textbox', { name: '标题', exact: true }).fill(title);
  await portal.reads(/草稿已保存/);
  expect(await violations(page)).toEqual([]);
  const onPage = citizen.getByRole('heading', { name: title });
  await citizen.goto(address('/'));
  expect(await onPage.count()).toBe(0);

  await page.getByRole('button', { name: '发布', exact: true }).click();
  await portal.press('发布');
  await portal.reads('版面已发布，公众现在看到的就是它');
  await citizen.goto(address('/'));
  expect(await onPage.count()).toBe(1);
});

it('应急横幅 is on the pages within seconds of the confirmation, and off them again', async () => {
  const supervisor = await Officer.enter(browser, county.app.consolePort, 'jianguan');
  const { page } = supervisor;
  const banner = citizen.getByRole('alert').filter({ hasText: '青峰水库今晚开闸泄洪' });
  await supervisor.opens('/s/shifan/network-notices');
  await page.getByRole('textbox', { name: /^标题/ }).fill('青峰水库今晚开闸泄洪');
  await page.getByRole('textbox', { name: /^内容/ }).fill('请下游群众远离河道，咨询电话 0000-6200018。');
  await page.getByRole('button', { name: '发布应急横幅' }).click();
  await page.getByRole('button', { name: /发布到 \d+ 个站点/ }).click();
  await page.getByRole('listitem').filter({ hasText: '青峰水库' }).first().waitFor();

  await comesTo(() => banner.isVisible());
  expect(await violations(citizen)).toEqual([]);
  await page
    .getByRole('listitem')
    .filter({ hasText: '青峰水库' })
    .getByRole('button', { name: '撤下' })
    .click();
  await page.getByRole('button', { name: /从 \d+ 个站点撤下/ }).click();
  await comesTo(async () => !(await banner.isVisible()));
  await supervisor.leave();
});

/** Looks at the township's home page again until it is so; ten seconds are promised, thirty given. */
async function comesTo(isSo: () => Promise<boolean>): Promise<void> {
  const home = `http://${SITES.qingshui.host}:${county.app.publicPort}/`;
  const end = Date.now() + 30_000;
  do await citizen.goto(home);
  while (!(await isSo()) && Date.now() < end);
  expect(await isSo()).toBe(true);
}

it('访问统计 goes from the whole network to single texts and can be taken along', async () => {
  const supervisor = await Officer.enter(browser, county.app.consolePort, 'jianguan');
  const { page } = supervisor;
  await supervisor.opens('/s/shifan/visits');
  await page.getByRole('radiogroup', { name: '范围' }).getByText('全网').click();
  await page.waitForURL(/scope=network/);
  await page.getByRole('group', { name: '统计口径' }).getByRole('button', { name: '按文章' }).click();
  await page.waitForURL(/show=articles/);
  await supervisor.settles();
  expect(await page.getByRole('row').count()).toBeGreaterThan(1);
  const file = await page.getByRole('link', { name: /导出/ }).first().getAttribute('href');
  expect((await page.request.get(new URL(file!, page.url()).href)).status()).toBe(200);
  await supervisor.leave();
});
