import type { EditorCtx, SiteRef } from '@zhanqun/kernel';
import { SiteDirectory } from '@zhanqun/platform';
import { SiteLifecycle } from '@zhanqun/tenancy';
import { PublicSite } from '@zhanqun/theming';
import { load } from 'cheerio';
import { Newsroom } from '../../test/newsroom';

jest.setTimeout(60_000);

let room: Newsroom;
let site: SiteRef;
let editor: EditorCtx;

beforeAll(async () => {
  room = await Newsroom.open();
  site = await room.online(await room.site());
  editor = room.person(site, 'editor');
  const channelId = (await room.channel(site, 'zwgk/zcwj')).id;
  const papers = [
    [
      '春耕补贴办法',
      '清政发〔2026〕3号',
      '清水镇人民政府',
      '农业、林业、水利\\农业、畜牧业、渔业',
      '2026-03-01',
      'valid',
    ],
    ['防汛预案', '清政办发〔2025〕8号', '清水镇党政办', '综合政务\\应急管理', '2025-06-01', 'valid'],
    ['旧补贴办法', '清政发〔2020〕1号', '清水镇人民政府', '农业、林业、水利', '2020-03-01', 'void'],
  ] as const;
  for (const [title, documentNumber, issuer, subjectCategory, issuedOn, validity] of papers)
    await room.publish(editor, {
      channelId,
      kind: 'policyDocument',
      title,
      importance: 'routine',
      facts: { documentNumber, issuer, subjectCategory, issuedOn, validity, genre: '通知' },
    });
});
afterAll(() => room.close());

async function document(at: SiteRef, title: string) {
  const channelId = (await room.channel(at, 'zwgk/zcwj')).id;
  const facts = {
    subjectCategory: '综合政务',
    issuer: at.name,
    issuedOn: '2026-03-01',
    validity: 'valid',
    genre: '通知',
  };
  const importance = 'routine';
  return room.publish(room.person(at, 'editor'), {
    channelId,
    kind: 'policyDocument',
    title,
    importance,
    facts,
  });
}
const ask = async (query: string) =>
  room.app
    .get(PublicSite)
    .handle({ method: 'GET', host: site.host, url: `${site.prefix}/policies/${query}`, headers: {} });
async function library(query = '') {
  const { status, body } = await ask(query);
  expect([query, status]).toEqual([query, 200]);
  const $ = load((body as Buffer).toString());
  const texts = (selector: string): string[] =>
    $(selector)
      .toArray()
      .map((each) => $(each).text());
  return { $, titles: texts('.policies-title a'), texts };
}
const q = (name: string, value: string): string => `?${name}=${encodeURIComponent(value)}`;

async function ofNetwork(portal: SiteRef, query = '') {
  const url = `${portal.prefix}/policies/?scope=network${query}`;
  const { body, headers } = await room.app
    .get(PublicSite)
    .handle({ method: 'GET', host: portal.host, url, headers: { host: portal.host } });
  const $ = load((body as Buffer).toString());
  const texts = (selector: string) => $(selector).toArray().map((each) => $(each).text()); // prettier-ignore
  const papers = $('.policies-title a').toArray().map((each) => $(each).attr('href') ?? ''); // prettier-ignore
  const chosen = texts('.policies-chosen a[aria-label]').map((text) => text.replace(' ×', ''));
  return { titles: texts('.policies-title a'), facets: texts('.policies-facet h2'), chosen, papers, headers };
}

describe('全部站点的政策文件', () => {
  it('stand at the portal with their site and lead to its pages; nothing of another network', async () => {
    const portal = await room.online(room.app.get(SiteDirectory).byId(site.portalId) as SiteRef);
    const stranger = await room.online(await room.site());
    await document(stranger, '外县的文件');

    const { titles, facets, papers } = await ofNetwork(portal);

    expect(titles).toEqual(['旧补贴办法', '防汛预案', '春耕补贴办法']);
    expect(facets[0]).toBe('发布站点');
    expect(papers[0]).toMatch(new RegExp(`^http://${site.host}(:\\d+)?${site.prefix}/art/`));
    expect((await ofNetwork(portal, `&site=${site.id}&year=2020`)).titles).toEqual(['旧补贴办法']);
    expect((await ofNetwork(portal, `&site=${stranger.id}`)).titles).toEqual([]);
  });

  it('name no site by its number but those they show: none of another network, none not open yet', async () => {
    const portal = await room.online(room.app.get(SiteDirectory).byId(site.portalId) as SiteRef);
    const [stranger, unborn] = [await room.online(await room.site()), await room.site()];
    const chosen = async (id: number) => (await ofNetwork(portal, `&site=${id}`)).chosen;

    expect(await chosen(site.id)).toEqual([`发布站点：${site.name}`]);
    expect(await chosen(stranger.id)).toEqual([`发布站点：${stranger.id}`]);
    expect(await chosen(unborn.id)).toEqual([`发布站点：${unborn.id}`]);
  });

  it('are renewed by what happens below: published, withdrawn, its channel hidden, its site suspended', async () => {
    const town = await room.online(await room.site());
    const portal = await room.online(room.app.get(SiteDirectory).byId(town.portalId) as SiteRef);
    expect((await ofNetwork(portal)).titles).toEqual([]);
    const [first, second] = [await document(town, '第一份'), await document(town, '第二份')];
    expect((await ofNetwork(portal)).titles).toEqual(['第二份', '第一份']);
    await ofNetwork(portal);
    expect((await ofNetwork(portal)).headers['X-Cache']).toBe('hit');

    await room.reviews.withdraw(room.now(room.person(town, 'finalReviewer')), first.id, '有误');
    expect((await ofNetwork(portal)).titles).toEqual(['第二份']);

    const channel = await room.channel(town, 'zwgk/zcwj');
    await room.channels.edit(room.root(town), channel.id, { isHidden: true });
    expect((await ofNetwork(portal)).titles).toEqual([]);
    await room.channels.edit(room.root(town), channel.id, { isHidden: false });
    expect((await ofNetwork(portal)).titles).toEqual(['第二份']);

    await room.app.get(SiteLifecycle).suspend(room.root(town), { reason: '系统升级', until: '2026-04-01' });
    expect((await ofNetwork(portal)).titles).toEqual([]);
    expect(second.id).toBeGreaterThan(0);
  });

  it('are asked of a portal alone', async () => {
    expect((await library('?scope=network')).texts('.policies-sorts[aria-label="查找范围"]')).toEqual([]);
    expect((await library('?scope=network&site=1')).titles).toHaveLength(3);
  });
});

describe('政策文件库', () => {
  it('lists the documents of the site, newest first, with every facet counted', async () => {
    const { titles, texts, $ } = await library();

    expect(titles).toEqual(['旧补贴办法', '防汛预案', '春耕补贴办法']);
    expect(texts('.policies-facet h2')).toEqual(['主题分类', '发文机关', '成文年份', '有效性', '体裁']);
    expect(texts('.policies-facet li').join('')).toContain('农业、林业、水利（2）');
    expect($('meta[name="robots"]').length).toBe(0);
  });

  it.each([
    [q('subject', '农业、林业、水利'), ['旧补贴办法', '春耕补贴办法']],
    [q('organ', '清水镇党政办'), ['防汛预案']],
    ['?year=2020', ['旧补贴办法']],
    ['?validity=valid', ['防汛预案', '春耕补贴办法']],
    [`${q('subject', '农业、林业、水利')}&validity=valid`, ['春耕补贴办法']],
    ['?sort=oldest', ['旧补贴办法', '防汛预案', '春耕补贴办法']],
    ['?sort=issued', ['春耕补贴办法', '防汛预案', '旧补贴办法']],
    [q('q', '补贴'), ['旧补贴办法', '春耕补贴办法']],
    [q('q', '〔2025〕8号'), ['防汛预案']],
    [q('q', '100%_'), []],
  ])('answers %s', async (query, titles) => {
    expect((await library(query)).titles).toEqual(titles);
  });

  it('follows its own links without a script, and tells search engines of the plain list alone', async () => {
    const { $ } = await library('?year=2026');
    const href = $('.policies-chosen a').first().attr('href');

    expect(href).toBe(`${site.prefix}/policies/`);
    expect($('meta[name="robots"]').attr('content')).toBe('noindex,follow');
    expect($('link[rel="canonical"]').attr('href')).toMatch(/\/policies\/$/);
  });

  it('helps when nothing is found, and repeats what was asked as text', async () => {
    const { $, titles } = await library(q('q', '"><script>alert(1)</script>'));

    expect(titles).toEqual([]);
    expect($('.policies-none li').length).toBeGreaterThan(1);
    expect($('#policies-words').val()).toBe('"><script>alert(1)</script>');
    expect($('main script').length).toBe(0);
  });

  it('costs few statements, whatever is chosen', async () => {
    await library();
    const count = await room.db.countStatements(() => library(`${q('organ', '清水镇人民政府')}&sort=issued`));
    expect(count).toBeLessThanOrEqual(4);
  });

  it('is renewed when a document is withdrawn, not by other news', async () => {
    const cached = async (): Promise<unknown> => (await ask('')).headers['X-Cache'];
    // The first one fills its channel, which changes every page's navigation.
    await room.publish(editor, { importance: 'routine', title: '第一条动态' });
    await library();
    await room.publish(editor, { importance: 'routine', title: '一条动态' });
    expect(await cached()).toBe('hit');

    const { $ } = await library();
    const id = Number(/\/(\d+)\.html$/.exec($('.policies-title a').first().attr('href') ?? '')?.[1]);
    await room.reviews.withdraw(room.now(room.person(site, 'finalReviewer')), id, '有误');
    expect((await library()).titles).toEqual(['防汛预案', '春耕补贴办法']);
  });

  it('has no page beyond the last', async () => {
    expect((await ask('?page=2')).status).toBe(404);
  });
});
