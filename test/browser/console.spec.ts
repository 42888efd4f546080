import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { County, DEMO_PASSWORD, SITES, type ConsoleArticle } from '../support/county';
import { until } from '../support/until';
import { visit } from '../support/visitor';
import { NARROW, openBrowser, person } from './chromium';
import { inLanes } from './lanes';
import { listen, sideways, violations } from './looking';
import { Officer } from './officer';
import { console as screens } from './screens.json';

let county: County;
let browser: Browser;

beforeAll(async () => {
  [county, browser] = await Promise.all([County.open(), openBrowser()]);
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await county?.close();
});

const officer = (username: string): Promise<Officer> =>
  Officer.enter(browser, county.app.consolePort, username);
const bodyOf = ({ page }: Officer): Promise<string> =>
  page.getByRole('textbox', { name: '正文' }).innerText();
const titleOf = ({ page }: Officer): Locator => page.getByLabel('标题', { exact: true });
const draft = (title: string, body = '<p>镇党委会议研究了秋冬农田水利工作。</p>'): Promise<ConsoleArticle> =>
  county.draft('qingshui', 'xzdt', title, { body });

/** A picture of the site's own library with a line below it, as the sanitiser writes it. */
async function figure(): Promise<string> {
  const desk = await county.desk('qs-editor');
  const { items } = await desk.get<{ items: { url: string }[] }>('/sites/qingshui/assets?kind=image');
  const path = new URL(items[0]?.url ?? '', 'http://any.localhost').pathname;
  return `<figure><img src="${path}" alt="蓄水池" /><figcaption>修缮后的蓄水池</figcaption></figure>`;
}

describe('后台界面', () => {
  const people = new Map<string, Promise<Officer>>();
  let found: Map<(typeof screens)[number], readonly string[]>;

  /** Whoever the screen is for, with one browser each in each lane. */
  const asPerson = (username: string, lane: number): Promise<Officer> => {
    const known = people.get(`${lane} ${username}`) ?? officer(username);
    people.set(`${lane} ${username}`, known);
    return known;
  };
  beforeAll(async () => {
    const { id } = await draft('清水镇部署秋冬农田水利建设');
    await county.submit('qingshui', id);
    found = await inLanes(2, screens, async ({ as, path, follow, press, excuse }, lane) => {
      const at = await asPerson(as, lane);
      const { page } = at;
      const heard: string[] = [];
      listen(page, heard, excuse ? new RegExp(excuse) : undefined);
      try {
        await at.opens(path);
        if (follow) await at.follows(page.locator(follow).first());
        if (press) {
          await at.press(press);
          await at.settles();
        }
        return [...(await violations(page)), ...(await sideways(page)), ...heard];
      } finally {
        page.removeAllListeners();
      }
    });
  }, 600_000);
  afterAll(async () => {
    for (const each of people.values()) await (await each).leave();
  });

  it.each(screens)('$name can be used by everybody who may see it', (screen) => {
    expect(found.get(screen)).toEqual([]);
  });
});

describe('写稿', () => {
  it('keeps the text when the session ends while somebody is typing', async () => {
    const { id } = await draft('清水河支流清淤工程开工');
    const editor = await officer('qs-editor');
    await editor.opens(`/s/qingshui/articles/${id}`);
    const navigation = await editor.page.getByRole('navigation', { name: '主导航' }).innerText();
    await editor.page.getByRole('textbox', { name: '正文' }).click();
    await editor.page.keyboard.press('Control+End');
    await editor.page.keyboard.type('工期四十五天，由镇水利站负责。');
    await editor.context.clearCookies();

    await editor.press('保存草稿');
    await editor.reads('登录已超时，请重新登录');
    expect(await bodyOf(editor)).toContain('工期四十五天');
    await editor.page.getByLabel('密码', { exact: true }).fill(DEMO_PASSWORD);
    await editor.press('重新登录');
    await editor.reads(/已于 \d\d:\d\d 保存/);

    expect(await editor.page.getByRole('navigation', { name: '主导航' }).innerText()).toBe(navigation);
    await editor.page.reload();
    await editor.settles();
    expect(await bodyOf(editor)).toContain('工期四十五天，由镇水利站负责。');
    await editor.leave();
  });

  it('leaves all of a text as it was but the word that was changed', async () => {
    const body =
      '<h2 class="align-center">第一章　总则</h2><p class="no-indent">各村：</p><p>面积 30 m<sup>2</sup>，含 CO<sub>2</sub> 监测。</p>' +
      '<table><caption>表一　工期</caption><thead><tr><th scope="col">村</th></tr></thead><tbody><tr><td class="align-right">石桥村</td></tr></tbody></table>' +
      `${await figure()}<p class="align-right">清水镇人民政府</p><p>附记</p>`;
    const { id } = await draft('竹坪村蓄水池修缮', body);
    const editor = await officer('qs-editor');
    const kept = (
      await (await county.desk('qs-editor')).get<ConsoleArticle>(`/sites/qingshui/articles/${id}`)
    ).body;
    expect(kept).toBe(body);

    await editor.opens(`/s/qingshui/articles/${id}`);
    await editor.page.getByRole('textbox', { name: '正文' }).click();
    await editor.page.keyboard.press('Control+End');
    await editor.page.keyboard.type('一则');
    await editor.press('保存草稿');
    await editor.reads(/已于 \d\d:\d\d 保存/);

    const desk = await county.desk('qs-editor');
    const saved = await desk.get<ConsoleArticle>(`/sites/qingshui/articles/${id}`);
    expect(saved.body).toBe(body.replace('附记', '附记一则'));
    await editor.leave();
  });

  it('keeps what is typed while the server is still saving', async () => {
    const { id } = await draft('上湾村道路硬化');
    const editor = await officer('qs-editor');
    const { page } = editor;
    await editor.opens(`/s/qingshui/articles/${id}`);
    await page.route(`**/articles/${id}`, async (route) => {
      await page.keyboard.type('乙');
      await route.continue();
    });
    await page.getByRole('textbox', { name: '正文' }).click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type('甲');
    await page.keyboard.press('Control+s');
    await editor.reads(/未保存|有未保存的修改/);

    expect(await bodyOf(editor)).toContain('甲乙');
    await page.unroute(`**/articles/${id}`);
    await page.keyboard.press('Control+s');
    await editor.reads(/已于 \d\d:\d\d 保存/);
    await editor.leave();
  });

  it('offers the text of a browser that was closed before anything was saved', async () => {
    const editor = await officer('qs-editor');
    await editor.opens('/s/qingshui/articles/new');
    await titleOf(editor).fill('竹坪村文化广场投入使用');
    await editor.reads(/暂存在本机/);
    const next = await editor.anotherPage();

    await next.opens('/s/qingshui/articles/new');
    await next.press('取回');

    expect(await titleOf(next).inputValue()).toBe('竹坪村文化广场投入使用');
    await editor.leave();
  });

  it('overwrites nobody: the second to save is told, keeps the own text and can take the other', async () => {
    const { id } = await draft('茶岭村茶园提质改造');
    const [first, second] = [await officer('qs-editor'), await officer('qs-admin')];
    for (const each of [first, second]) await each.opens(`/s/qingshui/articles/${id}`);
    const retitle = async (who: Officer, title: string): Promise<void> => {
      await titleOf(who).fill(title);
      await who.page.keyboard.press('Control+s');
    };

    await retitle(first, '茶岭村千亩茶园提质改造');
    await first.reads(/已于 \d\d:\d\d 保存/);
    await retitle(second, '茶岭村茶园改造完工');
    await second.reads('别人刚刚保存过这篇稿件');
    expect(await violations(second.page)).toEqual([]);
    await second.press('留在本页');
    expect(await titleOf(second).inputValue()).toBe('茶岭村茶园改造完工');
    await second.page.keyboard.press('Control+s');
    await second.press('载入对方的版本');

    await until(async () => (await titleOf(second).inputValue()) === '茶岭村千亩茶园提质改造');
    for (const each of [first, second]) await each.leave();
  });

  it('can be done with the keyboard alone, up to the submission', async () => {
    const editor = await officer('qs-editor');
    const { page } = editor;
    await editor.opens('/s/qingshui/articles/new');
    await editor.tabTo(titleOf(editor));
    await page.keyboard.type('双井村供水管网改造完成');
    await editor.tabTo(page.getByRole('textbox', { name: '正文' }));
    await page.keyboard.type('全村一百二十户用上自来水。');
    await editor.tabTo(page.getByRole('combobox', { name: '栏目' }));
    await page.keyboard.type('乡镇动态');
    await page.getByRole('option', { name: '乡镇动态' }).first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await editor.tabTo(page.getByLabel('来源', { exact: true }));
    await page.keyboard.type('双井村');
    await page.keyboard.press('Control+s');
    await editor.reads(/已于 \d\d:\d\d 保存/);
    await editor.tabTo(page.getByRole('button', { name: '送审', exact: true }));
    await page.keyboard.press('Enter');

    await editor.reads('《双井村供水管网改造完成》已送审');
    await editor.leave();
  });
});

describe('审核', () => {
  it('can be done on a telephone', async () => {
    const { id } = await draft('石桥村便民服务点升级');
    await county.submit('qingshui', id);
    const reviewer = await officer('qs-chushen');
    await reviewer.page.setViewportSize(NARROW);
    await reviewer.opens(`/s/qingshui/review/${id}`);
    expect(await sideways(reviewer.page)).toEqual([]);
    expect(await violations(reviewer.page)).toEqual([]);

    await reviewer.press('初审通过');
    await reviewer.reads('《石桥村便民服务点升级》初审通过');
    await reviewer.leave();
  });
});

describe('公众端口', () => {
  let context: BrowserContext;
  let page: Page;
  beforeAll(async () => {
    context = await person(browser);
    page = await context.newPage();
  });
  afterAll(() => context?.close());

  it('knows nothing of the console', async () => {
    const port = county.app.publicPort;
    const index = await visit(county.app.consolePort, 'localhost', '/');
    const [, script = ''] = /src="(\/assets\/[^"]+)"/.exec(index.body) ?? [];
    expect(script).not.toBe('');
    for (const path of [
      '/sign-in',
      '/index.html',
      script,
      '/api/session',
      '/api/openapi.json',
      '/s/qingshui/articles',
    ])
      for (const host of [SITES.shifan.host, SITES.qingshui.host, 'localhost', '127.0.0.1']) {
        const answer = await visit(port, host, path);
        const refusals = host.includes('shifan') ? [404, 301] : [421];
        expect({ path, host, isRefused: refusals.includes(answer.status) }).toEqual({
          path,
          host,
          isRefused: true,
        });
        if (answer.status === 301) expect(answer.headers.location).toBe(`${path}/`);
        expect(answer.body).not.toMatch(/站群管理平台|zq_session/);
      }
  });

  it('shows the sign-in address as any page that does not exist', async () => {
    await page.goto(`http://${SITES.shifan.host}:${county.app.publicPort}/sign-in`);

    await page.getByRole('heading', { name: '没有找到这个页面' }).waitFor();
    expect(await page.locator('input[type=password]').count()).toBe(0);
  });
});
