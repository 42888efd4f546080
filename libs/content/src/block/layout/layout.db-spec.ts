import type { EditorCtx, SiteRef } from '@zhanqun/kernel';
import { MemorySiteDirectory, SiteService } from '@zhanqun/tenancy';
import { PublicSite } from '@zhanqun/theming';
import { Newsroom } from '../../../test/newsroom';
import { TopicService } from '../../topic/topic.service';
import type { LayoutBlock } from '../layout-block';
import { LayoutPreview } from './layout-preview';
import { LayoutService } from './layout.service';

jest.setTimeout(120_000);

let room: Newsroom;
let site: SiteRef;
let admin: EditorCtx;
let editor: EditorCtx;
let layouts: LayoutService;

beforeAll(async () => {
  room = await Newsroom.open();
  layouts = room.app.get(LayoutService);
});
afterAll(() => room.close());
beforeEach(async () => {
  site = await room.online(await room.site());
  admin = room.person(site, 'siteAdmin');
  editor = room.person(site, 'editor');
});

const portalOf = ({ portalId }: SiteRef) => room.app.get(MemorySiteDirectory).byId(portalId)?.key ?? '';
const block = (type: string, settings: object = {}, region = 'main', id = `b-${type}`): LayoutBlock => ({
  id,
  type,
  region,
  settings: { ...settings },
});
const list = (title: string, more: object = {}) => block('list', { title, channel: 'xzdt', ...more });
async function html(path = '/'): Promise<string> {
  const url = site.prefix + path;
  const headers = { host: site.host };
  const answer = await room.app.get(PublicSite).handle({ method: 'GET', host: site.host, url, headers });
  expect([path, answer.status]).toEqual([path, 200]);
  return (answer.body as Buffer).toString();
}

describe('版面', () => {
  it('is the default of the theme until somebody publishes another, which shows at once', async () => {
    await room.publish(editor, { title: '镇里召开春耕会', importance: 'routine' });
    expect(await html()).toContain('乡镇动态');
    const first = await layouts.get(editor, 'home');
    expect(first.layout).toBeNull();
    expect(first.blocks.map(({ type }) => type)).toContain('headline');

    const saved = await layouts.save(editor, 'home', 0, [
      list('镇里的事'),
      block('rich-text', { body: '<p onclick="x()">欢迎<script>1</script></p>' }),
    ]);
    expect(saved.layout?.version).toBe(1);
    expect(await html()).not.toContain('镇里的事');
    expect(await room.app.get(LayoutPreview).html(editor, 'home', saved.blocks)).toContain('镇里的事');

    const purged = await room.purgedBy(() => layouts.publish(room.now(admin), 'home', 1, '换上新版面'));
    expect(purged).toContain(`site:${site.id}:home`);
    const page = await html();
    expect(page).toContain('镇里的事');
    expect(page).toContain('<p>欢迎</p>');
    expect(page).not.toContain('onclick');

    const { items } = await layouts.releases(editor, 'home', { page: 1, pageSize: 20 });
    expect(items).toMatchObject([{ number: 1, publishedByName: admin.actor.name, note: '换上新版面' }]);
  });

  it.each(['portal', 'department', 'township'])(
    'gives a new site of the blueprint %s a home page all of whose columns are there',
    async (blueprint) => {
      const key = `new-${blueprint}`;
      const bindings = [{ host: `${key}.localhost`, prefix: '', isCanonical: true }];
      const parent = blueprint === 'portal' ? {} : { parent: portalOf(site) };
      const wish = { blueprint, key, name: `示范新站${blueprint}`, bindings, ...parent };
      await room.app.get(SiteService).open(room.system, wish);
      const fresh = room.app.get(MemorySiteDirectory).byKey(key) as SiteRef;

      const { blocks, remarks } = await layouts.get(room.root(fresh), 'home');

      expect(blocks.length).toBeGreaterThan(2);
      expect(remarks.filter(({ message }) => !message.includes('还没有发布内容'))).toEqual([]);
    },
  );

  it('is kept back by forbidden words wherever they stand in it, and warned of doubtful ones', async () => {
    const entrances = [{ label: '便民', note: '', icon: '', channel: 'bmfw', url: '' }];
    const secret = '<p>本件属于<strong>机密</strong>★10年</p>';
    const doubtful = block('entrances', { title: '布署工作', entrances });
    await layouts.save(editor, 'home', 0, [doubtful, block('rich-text', { title: '说明', body: secret })]);

    await expect(layouts.publish(admin, 'home', 1, '')).rejects.toMatchObject({
      code: 'content.layout.incomplete',
      details: { faults: [{ blockId: 'b-rich-text', field: 'body' }] },
    });
    const { remarks } = await layouts.save(editor, 'home', 1, [doubtful]);
    expect(remarks).toContainEqual(
      expect.objectContaining({
        field: 'title',
        isBlocking: false,
        message: expect.stringContaining('布署'),
      }),
    );
    await layouts.publish(admin, 'home', 2, '');
  });

  it('refuses a stale save and names who saved since', async () => {
    await layouts.save(editor, 'home', 0, [list('一')]);

    await expect(layouts.save(admin, 'home', 0, [list('二')])).rejects.toMatchObject({
      code: 'content.layout.stale',
      details: { savedBy: editor.actor.name, version: 1 },
    });
    await expect(layouts.publish(editor, 'home', 1, '')).rejects.toMatchObject({ kind: 'forbidden' });
  });

  it('keeps every release; an old one comes back as a draft and is published anew', async () => {
    await layouts.save(admin, 'home', 0, [list('第一版')]);
    await layouts.publish(admin, 'home', 1, '');
    await layouts.save(admin, 'home', 2, [list('第二版')]);
    await layouts.publish(admin, 'home', 3, '');
    await expect(layouts.publish(admin, 'home', 4, '')).rejects.toMatchObject({
      code: 'content.layout.unchanged',
    });

    const back = await layouts.restore(admin, 'home', 4, 1);
    expect(back.blocks).toMatchObject([{ settings: { title: '第一版' } }]);
    await layouts.publish(admin, 'home', 5, '');
    const { total } = await layouts.releases(admin, 'home', { page: 1, pageSize: 1 });
    expect(total).toBe(3);

    await layouts.startOver(admin, 'home', 6);
    const discarded = await layouts.discard(admin, 'home', 7);
    expect(discarded.blocks).toMatchObject([{ settings: { title: '第一版' } }]);
    expect(discarded.layout?.draft).toBeNull();
  });

  it('names each fault by block and field, and what is missing before it is published', async () => {
    const other = await room.site();
    const theirs = await room.draft(room.person(other, 'editor'));
    const wrong = [
      list('长'.repeat(21)),
      block('tabs', { tabs: [{ title: '甲', channel: 'javascript:alert(1)' }] }),
      block('entrances', { entrances: [{ label: '坏', url: 'javascript:alert(1)' }] }),
      block('carousel', { chosen: [theirs.id] }),
      block('banner', { image: { assetId: 999_999, path: '../../etc/passwd' } }),
      block('hot', { colour: 'red' }),
    ];
    const refused: unknown = await layouts.save(admin, 'home', 0, wrong).catch((error: unknown) => error);
    expect(refused).toMatchObject({
      code: 'content.layout.invalid',
      details: {
        faults: [
          { blockId: 'b-list', field: 'title', message: expect.stringContaining('不超过 20 字') },
          { blockId: 'b-tabs', field: 'tabs' },
          { blockId: 'b-entrances', field: 'entrances' },
          { blockId: 'b-hot', field: 'colour' },
          { blockId: 'b-carousel', field: 'chosen' },
          { blockId: 'b-banner', field: 'image' },
        ],
      },
    });

    await layouts.save(admin, 'home', 0, [block('policy'), block('headline', { channel: 'gibt-es-nicht' })]);
    const { remarks } = await layouts.get(admin, 'home');
    expect(remarks).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ blockId: 'b-policy', field: 'documents', isBlocking: true }),
        expect.objectContaining({ blockId: 'b-headline', field: 'channel', isBlocking: false }),
      ]),
    );
    await expect(layouts.publish(admin, 'home', 1, '')).rejects.toMatchObject({
      code: 'content.layout.incomplete',
    });
    await expect(
      layouts.save(
        admin,
        'home',
        1,
        [1, 2].map((n) => block('hot', {}, 'main', `h${n}`)),
      ),
    ).rejects.toMatchObject({ code: 'content.layout.invalid' });
  });

  it('parks blocks whose region the theme does not have, and loses nothing of them', async () => {
    await room.publish(editor, { importance: 'routine' });
    const parked = block('list', { title: '左侧的事', channel: 'xzdt' }, 'left', 'parked');
    await layouts.save(admin, 'home', 0, [list('镇里的事'), parked]);
    const { remarks, blocks } = await layouts.publish(admin, 'home', 1, '');

    expect(blocks[1]).toMatchObject({ region: 'left', settings: { title: '左侧的事' } });
    expect(remarks).toMatchObject([{ blockId: 'parked', isBlocking: false }]);
    const page = await html();
    expect(page).toContain('镇里的事');
    expect(page).not.toContain('左侧的事');
  });

  it('keeps no block without a name, nor one of an unknown kind that nobody can bound', async () => {
    const nameless = [[]] as unknown as LayoutBlock[];
    const heavy = block('gone', { text: '长'.repeat(20_000) });

    for (const wrong of [nameless, [heavy]])
      await expect(layouts.save(admin, 'home', 0, wrong)).rejects.toMatchObject({
        code: 'content.layout.invalid',
      });
  });

  it('shows no chosen article whose channel citizens cannot open', async () => {
    const article = await room.publish(editor, { title: '内部栏目里的名单', importance: 'routine' });
    await layouts.save(admin, 'home', 0, [list('要闻', { channel: '', chosen: [article.id] })]);
    await layouts.publish(admin, 'home', 1, '');
    expect(await html()).toContain('内部栏目里的名单');

    await room.channels.edit(admin, article.channelId, { isHidden: true });

    expect(await html()).not.toContain('内部栏目里的名单');
  });

  it('shows every kind of block at the price of six statements', async () => {
    const person = await room.publish(editor, { title: '一篇要闻', importance: 'routine' });
    await layouts.save(admin, 'home', 0, [
      block('headline', { channel: 'xzdt' }, 'top'),
      list('列表', { chosen: [person.id] }),
      block('tabs', { tabs: [{ title: '', channel: 'xzdt' }] }),
      block('policy', { documents: 'zwgk/zcwj', interpretations: 'xzdt' }),
      block('topics', {}),
      block('calendar', { dates: [{ on: '2026-03-20', label: '政府开放日' }] }, 'aside'),
      block('hot', {}, 'aside'),
      block('services', { personal: [{ label: '婚姻登记', url: 'https://example.gov.cn/' }] }),
      block('sites', {}, 'bottom'),
    ]);
    await layouts.publish(admin, 'home', 1, '');
    await html('/sitemap/');

    expect(await room.db.countStatements(() => html())).toBeLessThanOrEqual(6);
    const page = await html();
    for (const words of ['一篇要闻', '政府开放日', '婚姻登记', '2026年3月已发布信息 <strong>1</strong> 条'])
      expect(page).toContain(words);
  });

  it('counts what is published in a channel that the page does not list', async () => {
    await layouts.save(admin, 'home', 0, [block('calendar', { shows: 'counts' })]);
    await layouts.publish(admin, 'home', 1, '');
    for (const count of [1, 2]) {
      await room.publish(editor, { title: `第${count}条动态`, importance: 'routine' });

      expect(await html()).toContain(`已发布信息 <strong>${count}</strong> 条`);
    }
  });

  it('stands on the page of a topic in place of its sections', async () => {
    const topics = room.app.get(TopicService);
    await room.publish(editor, { title: '田间新事', importance: 'routine' });
    const channelId = (await room.channel(site, 'xzdt')).id;
    const { id } = await topics.draft(editor, {
      path: 'chungeng',
      name: '春耕专题',
      intro: '春耕备耕信息',
      startsOn: '2026-03-01',
      endsOn: '2026-04-30',
      ownerOrganisationId: await room.organisation(),
      reason: '集中发布',
      sections: [{ title: '动态', channelId, count: 5 }],
    });
    await topics.apply(editor, id);
    await topics.approve(room.supervisor(site), id);
    expect(await html('/zt/chungeng/')).toContain('动态');
    const page = `topic:${id}`;
    expect((await layouts.get(editor, page)).blocks).toMatchObject([
      { type: 'list', settings: { title: '动态', channel: 'xzdt' } },
    ]);

    await layouts.save(editor, page, 0, [list('一线', { style: 'headline' })]);
    const purged = await room.purgedBy(() => layouts.publish(admin, page, 1, ''));

    expect(purged).toContain(`topic:${id}`);
    expect(await html('/zt/chungeng/')).toContain('一线');
    const neighbour = room.person(await room.site(), 'siteAdmin');
    await expect(layouts.get(neighbour, page)).rejects.toMatchObject({
      code: 'content.layout.pageNotFound',
    });
  });
});
