import { load } from 'cheerio';
import { County, pathOf, STAFF } from '../support/county';

let county: County & { dataDir: string };

beforeAll(async () => {
  county = await County.open();
}, 240_000);
afterAll(() => county.close());

interface Row {
  readonly id: number;
  readonly state: string;
  readonly path?: string;
  readonly name?: string;
  readonly url?: string;
}
const QS = '/sites/qingshui';
const SUPERVISOR = 'jianguan';
const day = (shift: number): string => new Date(Date.now() + shift * 86_400_000).toISOString().slice(0, 10);
const channel = async (path: string): Promise<number> => {
  const list = await (await county.desk('qs-admin')).get<Row[]>(`${QS}/channels`);
  const found = list.find((each) => each.path === path);
  if (!found) throw new Error(`no channel ${path}`);
  return found.id;
};

describe('专题', () => {
  it('is opened by an application, read at its address, closed by the data centre and gone at once', async () => {
    const desk = await county.desk(STAFF.qingshui.editor);
    const office = await county.desk(SUPERVISOR);
    const owners = await desk.get<{ items: Row[] }>('/organisations?pageSize=100');
    const owner = owners.items.find(({ name }) => name?.includes('清水镇'))?.id;
    const topic = await desk.post<Row>(`${QS}/topics`, {
      path: 'lvyou',
      name: '清水茶旅节',
      intro: '茶旅节活动安排。',
      startsOn: day(-1),
      endsOn: day(30),
      ownerOrganisationId: owner,
      reason: '集中发布活动信息',
      sections: [{ title: '镇内动态', channelId: await channel('xzdt'), count: 5 }],
    });
    expect((await county.page('qingshui', '/zt/lvyou/')).status).toBe(404);

    await desk.post(`${QS}/topics/${topic.id}/apply`);
    const own = await desk.ask('POST', `${QS}/topics/${topic.id}/approve`, {});
    expect(own.status).toBe(403);
    const waiting = await office.get<{ items: { kind: string; title: string }[] }>('/todos');
    expect(waiting.items).toContainEqual(expect.objectContaining({ kind: 'topic', title: '清水茶旅节' }));
    await office.post(`${QS}/topics/${topic.id}/approve`, { opinion: '同意' });

    const page = await county.page('qingshui', '/zt/lvyou/');
    expect(page.status).toBe(200);
    const $ = load(page.body);
    expect($('h1').text()).toBe('清水茶旅节');
    expect($('.topic-section a').length).toBeGreaterThan(4);
    expect((await county.page('qingshui', '/zt/')).body).toContain('清水茶旅节');

    await office.post(`${QS}/topics/${topic.id}/close`, { opinion: '久不更新' });
    expect((await county.page('qingshui', '/zt/lvyou/')).status).toBe(404);
    expect((await county.page('qingshui', '/zt/')).body).not.toContain('清水茶旅节');
  });

  it('stays readable after its end, marked as over', async () => {
    const page = await county.page('shifan', '/zt/yshj/');

    expect(page.status).toBe(200);
    expect(load(page.body)('.topic-over').text()).toContain('已结束');
  });
});

describe('栏目合并', () => {
  it('moves the articles and leads the old address on for good, once it is approved', async () => {
    const admin = await county.desk('qs-admin');
    const office = await county.desk(SUPERVISOR);
    const [from, into] = [await channel('bmfw'), await channel('tzgg')];
    const direct = await admin.ask('DELETE', `${QS}/channels/${from}`);
    expect(JSON.parse(direct.body)).toMatchObject({ code: 'content.channelChange.applicationNeeded' });
    const listed = await admin.get<{ items: (Row & { url: string })[] }>(
      `${QS}/articles?channel=${from}&state=published&pageSize=5`,
    );
    const [article] = listed.items;
    if (!article) throw new Error('the channel has no articles');
    // In the cache now.
    expect((await county.page('qingshui', '/bmfw/')).status).toBe(200);
    const path = pathOf(article as never, 'qingshui');

    const change = await admin.post<Row>(`${QS}/channel-changes`, {
      kind: 'merge',
      channelId: from,
      intoChannelId: into,
      reason: '内容相近，合并办理',
    });
    expect((await county.page('qingshui', '/bmfw/')).status).toBe(200);
    const own = await admin.ask('POST', `${QS}/channel-changes/${change.id}/approve`, {});
    expect(own.status).toBe(403);
    await office.post(`${QS}/channel-changes/${change.id}/approve`, { opinion: '同意' });

    for (const old of ['/bmfw/', '/bmfw/p2/']) {
      const answer = await county.page('qingshui', old);
      expect([old, answer.status]).toEqual([old, 301]);
      expect(answer.headers['location']).toMatch(/\/tzgg\/$/);
    }
    const page = await county.page('qingshui', path);
    expect(page.status).toBe(200);
    expect(load(page.body)('.breadcrumb').text()).toContain('通知公告');
    expect((await county.page('qingshui', '/')).body).not.toContain('href="/bmfw/"');
  });
});
