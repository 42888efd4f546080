import type { Browser, Page } from 'playwright-core';
import { County, SITES } from '../support/county';
import { openBrowser, person } from './chromium';
import { listen } from './looking';
import { Officer } from './officer';

const TITLE = '清水镇启动冬季森林防火网格化巡查';
const WORDS = '护林员每日巡山两次，重点查看林缘和农田交界处的火源。';
/** How the machine words a channel that nobody has kept up. */
const NEGLECTED = /^栏目“(?<channel>.+)”超过 .+ 未更新$/;

let county: County;
let browser: Browser;
let citizen: Page;
const heard: string[] = [];

beforeAll(async () => {
  [county, browser] = await Promise.all([County.open(), openBrowser()]);
  citizen = await (await person(browser)).newPage();
  listen(citizen, heard);
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await county?.close();
});

async function officer(username: string): Promise<Officer> {
  const entered = await Officer.signIn(browser, county.app.consolePort, username);
  listen(entered.page, heard);
  return entered;
}

/** Has the machine look at every site, and waits until it has. */
async function patrol(supervisor: Officer): Promise<void> {
  await supervisor.goTo('/s/shifan/patrols');
  await supervisor.press('立即巡检');
  await supervisor.reads('巡检已开始');
  await supervisor.page.getByText('正在巡检').waitFor({ state: 'hidden', timeout: 120_000 });
  await supervisor.page.getByRole('row').nth(1).getByText('已完成').waitFor();
}

/** Walks from the overview to the standing findings of the township. */
async function findingsOfTownship(supervisor: Officer): Promise<string[]> {
  await supervisor.choose('监管总览');
  await supervisor.page.getByRole('link', { name: /清水镇人民政府/ }).click();
  await supervisor.page
    .getByRole('region', { name: '发现的问题' })
    .or(supervisor.page.getByText('没有符合条件的问题'))
    .waitFor();
  return supervisor.page.locator('td a.title').allInnerTexts();
}

async function neglectedChannel(supervisor: Officer): Promise<{ finding: string; channel: string }> {
  for (const finding of await findingsOfTownship(supervisor)) {
    const channel = NEGLECTED.exec(finding)?.groups?.channel;
    if (channel) return { finding, channel };
  }
  throw new Error('清水镇 has no neglected channel');
}

async function writeAndSubmit(editor: Officer, channel: string): Promise<void> {
  await editor.goTo('/s/qingshui/articles');
  await editor.page
    .getByRole('link', { name: '写稿' })
    .or(editor.page.getByRole('button', { name: '写稿' }))
    .first()
    .click();
  await editor.page.getByLabel('标题', { exact: true }).fill(TITLE);
  await editor.page.getByRole('textbox', { name: '正文' }).click();
  await editor.page.keyboard.type(WORDS);
  await editor.pick('栏目', channel);
  await editor.page.getByLabel('来源', { exact: true }).fill('清水镇党政办');
  await editor.page.getByText('重要信息', { exact: true }).click();
  await editor.page.keyboard.press('Control+s');
  await editor.reads(/已于 \d\d:\d\d 保存/);
  await editor.press('送审');
  await editor.reads(`《${TITLE}》已送审`);
}

/** From the to-do list to the decision, with the keyboard where it is offered. */
async function pass(username: string, step: string): Promise<void> {
  const reviewer = await officer(username);
  await reviewer.page.getByRole('link', { name: TITLE }).click();
  await reviewer.page.getByRole('button', { name: `${step}通过` }).waitFor();
  await reviewer.page.frameLocator('iframe').getByText(WORDS).waitFor();
  await reviewer.page.keyboard.press('a');
  await reviewer.reads(`《${TITLE}》${step}通过`);
  await reviewer.leave();
}

async function deliver(editor: Officer): Promise<void> {
  await editor.page.reload();
  await editor.press('报送');
  await editor.page.getByRole('checkbox', { name: /示范县人民政府门户网站/ }).check();
  await editor.press('送出');
  await editor.reads(/已送往 示范县人民政府门户网站，等待签收/);
}

/** The portal takes the article into its own news and, by its rules, reviews it again. */
async function accept(): Promise<void> {
  const editor = await officer('sf-editor');
  await editor.page.getByRole('link', { name: TITLE }).first().click();
  await editor.pick('放入栏目', /乡镇动态$/);
  await editor.press('签收');
  await editor.reads(`已签收《${TITLE}》`);
  await editor.leave();
}

async function citizenReads(host: string, channel: string): Promise<void> {
  await citizen.goto(`http://${host}:${county.app.publicPort}/sitemap/`);
  await citizen.getByRole('main').getByRole('link', { name: channel, exact: true }).click();
  await citizen.getByRole('main').getByRole('link', { name: TITLE }).click();
  await citizen.getByRole('heading', { level: 1, name: TITLE }).waitFor();
  await citizen.getByText(WORDS).waitFor();
}

it('一篇稿件 leads from an editor’s draft through three reviews to citizens of township and county, and the stale channel is fresh again', async () => {
  const supervisor = await officer('jianguan');
  await patrol(supervisor);
  const { finding, channel } = await neglectedChannel(supervisor);

  const editor = await officer('qs-editor');
  await writeAndSubmit(editor, channel);
  await pass('qs-chushen', '初审');
  await pass('qs-fushen', '复审');
  await pass('qs-zhongshen', '终审');
  await citizenReads(SITES.qingshui.host, channel);

  await deliver(editor);
  await accept();
  await pass('sf-chushen', '初审');
  await pass('sf-fushen', '复审');
  await pass('sf-zhongshen', '终审');
  await citizenReads(SITES.shifan.host, '乡镇动态');

  await patrol(supervisor);
  expect(await findingsOfTownship(supervisor)).not.toContain(finding);
  await supervisor.pick('状态', '已消除');
  await supervisor.page.getByRole('row').filter({ hasText: finding }).getByText('已消除').waitFor();
  expect(heard).toEqual([]);
});
