import { County, pathOf, SITES, type ConsoleArticle } from '../support/county';
import type { Desk } from '../support/desk';

let county: County & { dataDir: string };
let chief: Desk;
let writer: Desk;

beforeAll(async () => {
  county = await County.open();
  chief = await county.desk('qs-admin');
  writer = await county.desk('qs-editor');
}, 240_000);
afterAll(() => county.close());

const AT = '/sites/qingshui/articles';
const publish = (title: string) => county.publish('qingshui', 'xzdt', title, { importance: 'routine' });
const withdraw = (id: number, body: Record<string, unknown>) =>
  chief.post<ConsoleArticle>(`${AT}/${id}/withdraw`, { reason: '由新的通知替代', ...body });
const get = (path: string) => county.page('qingshui', path);

describe('三种撤稿', () => {
  it('answers the citizen at once: gone, the way to the successor, or a notice, and comes back only reviewed', async () => {
    const gone = await publish('误发的防汛值班名单');
    const merged = await publish('防汛演练简讯');
    const into = await publish('清水镇开展防汛演练');
    const shown = await publish('防汛物资领取办法');
    // All of them, and the list that shows them, are in the cache now.
    for (const { path } of [gone, merged, into, shown]) expect((await get(path)).status).toBe(200);
    expect((await get('/xzdt/')).body).toContain(gone.title);

    await withdraw(gone.id, { way: 'gone' });
    await withdraw(merged.id, { way: 'merged', intoId: into.id });
    await withdraw(shown.id, { way: 'notice' });

    const answers = await Promise.all([gone, merged, shown].map(({ path }) => get(path)));
    expect(answers.map(({ status }) => status)).toEqual([410, 301, 200]);
    expect(answers[0]?.body).toContain('此信息已撤下');
    expect(answers[0]?.body).not.toContain(gone.title);
    expect(answers[1]?.headers.location).toContain(into.path);
    expect(answers[2]?.body).toContain('撤下原因：由新的通知替代');
    expect(answers[2]?.body).not.toContain(`${shown.title}的正文`);
    const list = (await get('/xzdt/')).body;
    for (const { title } of [gone, merged, shown]) expect(list).not.toContain(title);
    expect(list).toContain(into.title);

    await writer.post(`${AT}/${shown.id}/republish`, {});
    for (const step of ['initialReview', 'secondReview'] as const) {
      expect((await get(shown.path)).body).not.toContain(`${shown.title}的正文`);
      await county.pass('qingshui', shown.id, step);
    }
    expect((await get(shown.path)).body).toContain(`${shown.title}的正文`);
  });
});

describe('预览链接', () => {
  const linkFor = async (article: ConsoleArticle): Promise<{ id: number; path: string }> => {
    const link = await writer.post<{ id: number; url: string }>(`${AT}/${article.id}/preview-links`, {
      days: 2,
    });
    return { id: link.id, path: pathOf({ url: link.url, title: article.title }, 'qingshui') };
  };

  it('opens the draft for who holds it, unkept and marked, and opens nothing for anybody else', async () => {
    const draft = await county.draft('qingshui', 'xzdt', '待领导审阅的讲话稿');
    const { id, path } = await linkFor(draft);

    const first = await get(path);
    expect(first).toMatchObject({ status: 200 });
    expect(first.body).toContain(draft.title);
    expect(first.body).toContain('preview-mark');
    expect(first.headers).toMatchObject({
      'cache-control': 'no-store',
      'x-robots-tag': expect.stringMatching('noindex'),
    });
    expect((await get('/xzdt/')).body).not.toContain(draft.title);

    const token = path.split('/').at(-2) as string;
    const changed = token.slice(0, -1) + (token.endsWith('A') ? 'B' : 'A');
    expect((await get(path.replace(token, changed))).status).toBe(404);
    expect((await county.page('longtan', path)).status).toBe(404);
    expect((await county.page('shifan', path)).status).toBe(404);
    expect(SITES.longtan.host).not.toBe(SITES.qingshui.host);

    await writer.ask('DELETE', `${AT}/${draft.id}/preview-links/${id}`);
    expect((await get(path)).status).toBe(404);
  });

  it('is refused for longer than a week and to people who may not change the text', async () => {
    const draft = await county.draft('qingshui', 'xzdt', '不外传的稿件');
    const long = await writer.ask('POST', `${AT}/${draft.id}/preview-links`, { days: 8 });
    expect(long.status).toBe(400);
    const reviewer = await county.desk('qs-chushen');
    expect((await reviewer.ask('POST', `${AT}/${draft.id}/preview-links`, { days: 1 })).status).toBe(403);
  });
});

describe('登记簿', () => {
  it('goes out as CSV and Excel, with formulas defused', async () => {
    const live = await publish('=HYPERLINK("http://x")登记');
    const csv = await chief.ask('GET', '/sites/qingshui/register/export?format=csv');
    expect(csv.headers['content-type']).toContain('text/csv');
    expect(csv.body).toContain(`"'=HYPERLINK(""http://x"")登记"`);
    expect(csv.body).toContain(live.path);
    const xlsx = await chief.ask('GET', '/sites/qingshui/register/export?kind=notice');
    expect(xlsx.headers['content-type']).toContain('spreadsheetml');
    expect((await writer.ask('GET', '/sites/qingshui/register/export')).status).toBe(403);
  });
});
