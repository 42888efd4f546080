import type { EditorCtx, SiteRef } from '@zhanqun/kernel';
import { PublicSite } from '@zhanqun/theming';
import { load } from 'cheerio';
import { Newsroom } from '../../test/newsroom';

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
