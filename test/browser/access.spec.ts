import type { Browser, BrowserContext, Page } from 'playwright-core';
import { County, SITES } from '../support/county';
import { until } from '../support/until';
import { NARROW, NARROWEST, openBrowser, person } from './chromium';
import { listen, sideways, violations } from './looking';
import { SMALL_TARGETS } from './modes';

let county: County;
let browser: Browser;

beforeAll(async () => {
  [county, browser] = await Promise.all([County.open(), openBrowser()]);
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await county?.close();
});

const address = (path: string): string => `http://${SITES.qingshui.host}:${county.app.publicPort}${path}`;

/** A visitor's page; what the browser complains about, refusals of the security policy among it, is in `heard`. */
async function visitor(heard: string[], options = {}): Promise<{ context: BrowserContext; page: Page }> {
  const context = await person(browser, options);
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  listen(page, heard);
  return { context, page };
}

/** Goes to the newest article of the home page. */
async function openArticle(page: Page): Promise<void> {
  await page.goto(address('/'));
  const href = await page.locator('main .article-list a[href*="/art/"]').first().getAttribute('href');
  await page.goto(new URL(href!, address('/')).href);
}

const shown = (page: Page): Promise<string> =>
  page.evaluate<string>(`document.documentElement.getAttribute('data-access')`);

/** Tabs on until the focus stands on what is called so. */
async function walkTo(page: Page, name: string): Promise<void> {
  for (let step = 0; step < 80; step += 1) {
    const here = await page.evaluate<string>(`document.activeElement.innerText.trim()`);
    if (here === name || here === `✓ ${name}`) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the keyboard does not reach ${name}`);
}

async function choose(page: Page, name: string, expected: string): Promise<void> {
  await walkTo(page, name);
  await page.keyboard.press('Enter');
  await page.locator(`html[data-access~="${expected}"]`).waitFor();
}

const CHOICES = [
  ['放大', 'text-125'],
  ['黑底白字', 'contrast-dark'],
  ['大光标', 'cursor'],
  ['阅读线', 'ruler'],
  ['拼音', 'pinyin'],
  ['简洁模式', 'simple'],
  ['长者模式', 'elder'],
] as const;

/** The content as the server and the site's own script made it. */
const content = (page: Page): Promise<string> =>
  page.evaluate<string>(`document.querySelector('main').innerHTML`);

it('只用键盘 opens the toolbar, changes everything, finds it kept on the next visit, and takes it all back', async () => {
  const heard: string[] = [];
  const { context, page } = await visitor(heard);
  await openArticle(page);
  const original = await content(page);

  await walkTo(page, '无障碍');
  await page.keyboard.press('Enter');
  const bar = page.getByRole('region', { name: '无障碍工具条' });
  await bar.waitFor();
  expect(await page.evaluate<boolean>(`document.activeElement.closest('.access-bar') !== null`)).toBe(true);
  for (const [name, word] of CHOICES) await choose(page, name, word);
  await page.locator('main h1 ruby rt').first().waitFor();

  await page.reload();
  await page.locator('main h1 ruby rt').first().waitFor();
  await page.locator('.access-ruler').waitFor();
  expect((await shown(page)).split(' ')).toEqual(
    expect.arrayContaining([...CHOICES.map(([, word]) => word), 'bar', 'large']),
  );
  expect(await bar.locator('[aria-pressed="true"]').allInnerTexts()).toEqual(
    CHOICES.slice(1).map(([name]) => name),
  );
  expect(
    await page.evaluate(`(() => { const { color, backgroundColor, cursor } = getComputedStyle(document.querySelector('.article-body p'));
      return [color, backgroundColor, cursor.includes('arrow.svg')]; })()`),
  ).toEqual(['rgb(255, 255, 255)', 'rgb(0, 0, 0)', true]);

  await walkTo(page, '恢复原样');
  await page.keyboard.press('Enter');
  await page.locator('html[data-access="bar"]').waitFor();
  await page.locator('access-ruby').first().waitFor({ state: 'detached' });
  expect(await content(page)).toBe(original);
  expect(await page.locator('.access-ruler').count()).toBe(0);

  await page.keyboard.press('Escape');
  await bar.waitFor({ state: 'detached' });
  expect(await page.evaluate<string>(`document.activeElement.innerText`)).toBe('无障碍');
  expect(await context.cookies()).toEqual([]);
  expect(heard).toEqual([]);
  await context.close();
});

/** A voice that says at once what it is given, and notes it. */
const VOICE = `(() => {
  window.said = [];
  let waiting = null;
  window.SpeechSynthesisUtterance = class extends EventTarget { constructor(text) { super(); this.text = text; } };
  const synthesis = {
    getVoices: () => [{ lang: 'zh-CN', localService: true, name: '普通话' }],
    speak(one) { waiting = one; window.said.push(one.text + '@' + one.rate); },
    cancel() { waiting = null; },
  };
  Object.defineProperty(window, 'speechSynthesis', { value: synthesis });
  window.finish = () => waiting?.dispatchEvent(new Event('end'));
})()`;

it('朗读 reads sentence by sentence, pauses, goes on, changes its pace and stops; without a voice it says what to do', async () => {
  const heard: string[] = [];
  const silent = await visitor(heard);
  await openArticle(silent.page);
  await silent.page.keyboard.press('Alt+Shift+KeyR');
  await silent.page.getByText(/没有普通话声音，不能朗读。请在系统设置/).waitFor();
  await silent.page.getByRole('button', { name: '知道了' }).click();
  await silent.context.close();

  const { context, page } = await visitor(heard);
  await context.addInitScript(VOICE);
  const said = (): Promise<string[]> => page.evaluate<string[]>('window.said');
  const saysSoon = (count: number): Promise<boolean> =>
    until(async () => (await said()).length === count, { what: `${count} pieces to be said` });
  await openArticle(page);
  const title = await page.getByRole('heading', { level: 1 }).innerText();
  await page.keyboard.press('Alt+Shift+KeyR');
  await saysSoon(1);
  while (!(await said()).at(-1)!.startsWith(title)) await page.evaluate('window.finish()');
  expect(await page.locator('h1.access-reading').count()).toBe(1);

  const before = (await said()).length;
  await page.keyboard.press('Alt+Shift+KeyR');
  await page.getByText('朗读已暂停').waitFor();
  await page.evaluate('window.finish()');
  expect((await said()).length).toBe(before);
  await page.keyboard.press('Alt+Shift+KeyR');
  await saysSoon(before + 1);
  expect((await said()).at(-1)).toBe(`${title}@1`);

  await page.keyboard.press('Escape');
  expect(await page.locator('.access-reading').count()).toBe(0);
  await page.keyboard.press('Alt+Shift+KeyD');
  await page.getByText('指读已打开').waitFor();
  await page.locator('.breadcrumb a').first().focus();
  await until(async () => (await said()).at(-1) === '首页@1', { what: 'the focused link to be said' });
  expect(heard).toEqual([]);
  await context.close();
});

it('快捷键 are listed on demand, and the dialog closes with Escape', async () => {
  const heard: string[] = [];
  const { context, page } = await visitor(heard);
  await page.goto(address('/'));
  await page.keyboard.press('Alt+Shift+KeyH');
  const dialog = page.getByRole('dialog', { name: '无障碍快捷键' });
  await dialog.getByRole('row', { name: /Alt \+ Shift \+ E 长者模式/ }).waitFor();

  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  expect(heard).toEqual([]);
  await context.close();
});

it('搜索提示 come while one types, are walked with the arrows, and go away with Escape', async () => {
  const heard: string[] = [];
  const { context, page } = await visitor(heard);
  await page.goto(address('/'));
  const box = page.getByRole('combobox', { name: '站内搜索' });
  await box.focus();
  await page.keyboard.type('清水');
  const options = page.getByRole('listbox', { name: '搜索提示' }).getByRole('option');
  await options.first().waitFor();
  expect(await box.getAttribute('aria-expanded')).toBe('true');

  await page.keyboard.press('ArrowDown');
  expect(await box.getAttribute('aria-activedescendant')).toBe(await options.first().getAttribute('id'));
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('ArrowUp');
  expect(await box.getAttribute('aria-activedescendant')).toBeNull();
  await page.keyboard.press('Escape');
  await options.first().waitFor({ state: 'hidden' });
  expect(await box.inputValue()).toBe('清水');

  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.pathname !== '/');
  expect(heard).toEqual([]);
  await context.close();
});

it('长者模式 and the largest text leave nothing small, cut off or out of reach, down to 320 px', async () => {
  const heard: string[] = [];
  const { context, page } = await visitor(heard);
  await page.setViewportSize(NARROW);
  await page.goto(address('/'));
  await page.getByRole('button', { name: '长者模式' }).click();
  await page.getByRole('button', { name: '退出长者模式', pressed: true }).waitFor();
  const faults: Record<string, string[]> = { home: await page.evaluate<string[]>(SMALL_TARGETS) };
  await openArticle(page);
  faults.article = await page.evaluate<string[]>(SMALL_TARGETS);
  expect(await page.evaluate(`getComputedStyle(document.documentElement).fontSize`)).toBe('22.4px');

  await page.keyboard.press('Alt+Shift+Equal');
  await page.keyboard.press('Alt+Shift+Equal');
  await page.locator('html[data-access~="text-200"]').waitFor();
  await page.setViewportSize(NARROWEST);
  faults['article@320'] = await sideways(page);
  await page.goto(address('/'));
  faults['home@320'] = await sideways(page);

  expect(faults).toEqual({ home: [], article: [], 'article@320': [], 'home@320': [] });
  expect(heard).toEqual([]);
  await context.close();
});

it('不用脚本 both links lead to the page that explains what there is', async () => {
  const { context, page } = await visitor([], { javaScriptEnabled: false });
  await page.goto(address('/'));
  await page.getByRole('link', { name: '长者模式' }).click();

  await page.getByRole('heading', { level: 1, name: '无障碍说明' }).waitFor();
  expect(page.url()).toBe(address('/accessibility/#elder'));
  expect(await page.getByRole('main').innerText()).toMatch(/遇到障碍，请告诉我们[^]+电话/);
  await context.close();
});
