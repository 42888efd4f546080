import type { Browser } from 'playwright-core';
import { County, type PageOf } from '../support/county';
import { openBrowser } from './chromium';
import { listen } from './looking';
import { Officer } from './officer';

jest.setTimeout(120_000);

let county: County;
let browser: Browser;
const heard: string[] = [];

beforeAll(async () => {
  [county, browser] = await Promise.all([County.open(), openBrowser()]);
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await county?.close();
});

interface Waiting {
  readonly id: number;
  readonly title: string;
}
const queue = async (): Promise<readonly Waiting[]> =>
  (await (await county.desk('qs-chushen')).get<PageOf<Waiting>>('/sites/qingshui/reviews?pageSize=100'))
    .items;

describe('审核员的早晨', () => {
  it('clears the queue with the keyboard alone: looks, compares, passes, sends one back', async () => {
    const before = await queue();
    expect(before.length).toBeGreaterThan(3);
    const officer = await Officer.enter(browser, county.app.consolePort, 'qs-chushen');
    const { page } = officer;
    listen(page, heard);
    await officer.opens(`/s/qingshui/review/${before[0]?.id}`);

    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: '审核快捷键' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.keyboard.press('2');
    await page.getByText('首次发布，没有可以对照的旧版').waitFor();
    await page.keyboard.press('3');
    await page.getByRole('heading', { name: /送审的文字/ }).waitFor();

    const [returned, ...others] = before;
    await page.getByRole('heading', { level: 1, name: returned?.title ?? '' }).waitFor();
    await page.keyboard.press('b');
    await page.getByRole('dialog', { name: '退回' }).waitFor();
    await page.locator('#send-back-reason:focus').waitFor();
    await page.keyboard.type('请补充数据来源');
    await page.keyboard.press('Control+Enter');
    for (const { title } of others) {
      await page.getByRole('heading', { level: 1, name: title }).waitFor();
      await officer.settles();
      await page.keyboard.press('p');
    }
    await page.getByText('没有待审的稿件').waitFor();

    expect(await queue()).toEqual([]);
    const desk = await county.desk('qs-editor');
    const sentBack = await desk.get<{ isSentBack: boolean; sentBackReason: string }>(
      `/sites/qingshui/articles/${returned?.id}`,
    );
    expect(sentBack).toMatchObject({ isSentBack: true, sentBackReason: '请补充数据来源' });
    expect(heard).toEqual([]);
  });
});
