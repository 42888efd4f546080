import type { EditorCtx, SiteRef } from '@zhanqun/kernel';
import { MemorySiteDirectory, Settings } from '@zhanqun/tenancy';
import { PublicSite } from '@zhanqun/theming';
import { load } from 'cheerio';
import { MINUTE, Newsroom } from '../../test/newsroom';
import { contactDirections, contactHours, contactPostcode } from './contact-settings';

let room: Newsroom;
let site: SiteRef;
let editor: EditorCtx;

beforeAll(async () => {
  room = await Newsroom.open();
});
afterAll(() => room.close());
beforeEach(async () => {
  site = await room.online(await room.site());
  editor = room.person(site, 'editor');
});

const ask = async (path: string, at: SiteRef = site) =>
  room.app.get(PublicSite).handle({ method: 'GET', host: at.host, url: at.prefix + path, headers: {} });
async function text(path: string, at: SiteRef = site): Promise<string> {
  const { status, body } = await ask(path, at);
  expect([path, status]).toEqual([path, 200]);
  return (body as Buffer).toString();
}
const locations = (xml: string): string[] =>
  [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url]) => url ?? '');
const routine = { importance: 'routine' } as const;

describe('订阅', () => {
  it('lists what was published last, renewed by every publication, with the same bytes otherwise', async () => {
    await room.publish(editor, { ...routine, title: '第一条' });
    const before = await text('/xzdt/feed.xml');
    room.clock.advance(2 * 60 * MINUTE);
    expect(await text('/xzdt/feed.xml')).toBe(before);

    const { id } = await room.publish(editor, { ...routine, title: '第二条' });

    const $ = load(await text('/xzdt/feed.xml'), { xml: true });
    expect(
      $('entry > title')
        .toArray()
        .map((title) => $(title).text()),
    ).toEqual(['第二条', '第一条']);
    expect($('entry > link').first().attr('href')).toContain(`${site.host}`);
    expect($('feed > id').text()).toMatch(new RegExp(`${site.prefix}/xzdt/feed.xml$`));
    expect(await text('/feed.xml')).toContain(`/${id}.html`);
  });

  it('and page stay whole whatever the title is', async () => {
    const title = '</title></script><script>alert(1)</script>';
    const { id } = await room.publish(editor, { ...routine, title });

    const $ = load(await text('/xzdt/feed.xml'), { xml: true });
    expect([$('entry').length, $('script').length]).toEqual([1, 0]);
    const page = load(await text(`/art/202603/${id}.html`));
    const things = page('script[type="application/ld+json"]')
      .toArray()
      .map((script) => JSON.parse(page(script).text()) as Record<string, unknown>);
    expect(things[0]).toMatchObject({ '@type': 'NewsArticle', headline: title });
    expect(page('script:not([src]):not([type="application/ld+json"])').length).toBe(0);
  });

  it('is none for a channel that citizens are not shown', async () => {
    expect((await ask('/nichts/feed.xml')).status).toBe(404);
    expect((await ask('/tzgg/feed.xml')).status).toBe(404);
  });
});

describe('站点地图文件', () => {
  it('lists every page once: standing ones in one part, articles by month', async () => {
    const { id } = await room.publish(editor, { ...routine, title: '三月的稿件' });

    const parts = locations(await text('/sitemap.xml'));
    expect(parts.map((url) => new URL(url).pathname)).toEqual([
      `${site.prefix}/sitemap-pages.xml`,
      `${site.prefix}/sitemap-202603.xml`,
    ]);
    const articles = locations(await text('/sitemap-202603.xml'));
    expect(articles.map((url) => new URL(url).pathname)).toEqual([`${site.prefix}/art/202603/${id}.html`]);
    const pages = locations(await text('/sitemap-pages.xml')).map((url) => new URL(url).pathname);
    expect(pages).toEqual(
      expect.arrayContaining(['/', '/xzdt/', '/contact/'].map((each) => site.prefix + each)),
    );
    expect(pages).not.toContain(`${site.prefix}/tzgg/`);
  });

  it('is renewed by publishing and withdrawing, in its month alone', async () => {
    const { id } = await room.publish(editor, { ...routine, title: '三月' });
    await text('/sitemap-202603.xml');

    const tags = await room.purgedBy(() => room.publish(editor, { ...routine, title: '也在三月' }));
    expect(tags).toContain(`site:${site.id}:map:2026-03`);
    expect(tags.filter((tag) => tag === `site:${site.id}` || tag.startsWith('site:0'))).toEqual([]);
    expect(locations(await text('/sitemap-202603.xml'))).toHaveLength(2);

    await room.reviews.withdraw(room.now(room.person(site, 'finalReviewer')), id, '有误');
    expect(await text('/sitemap-202603.xml')).not.toContain(`/${id}.html`);
  });

  it.each(['/sitemap-202613.xml', '/sitemap-199901.xml', '/sitemap-202603-0.xml', '/sitemap-202603-9.xml'])(
    'has no part %s',
    async (path) => {
      await room.publish(editor, routine);
      expect((await ask(path)).status).toBe(404);
    },
  );
});

describe('robots.txt', () => {
  it('belongs to the host and names the maps of all its sites that are open', async () => {
    const root = await room.online(room.app.get(MemorySiteDirectory).byId(site.portalId)!);

    expect((await ask('/robots.txt')).status).toBe(404);
    const lines = (await text('/robots.txt', root)).split('\n');
    const maps = lines.filter((line) => line.startsWith('Sitemap: '));
    expect(maps.map((line) => new URL(line.slice(9)).pathname)).toEqual([
      '/sitemap.xml',
      `${site.prefix}/sitemap.xml`,
    ]);
    expect(lines).toContain(`Disallow: ${site.prefix}/search/`);
  });
});

describe('联系我们', () => {
  it('tells what is known and leaves out what is not', async () => {
    const admin = room.now(room.root(site));
    const before = load(await text('/contact/'));
    expect(
      before('dt')
        .toArray()
        .map((term) => before(term).text()),
    ).toEqual(['网站名称']);

    const settings = room.app.get(Settings);
    await settings.set(admin, contactPostcode, '416300');
    await settings.set(admin, contactHours, '工作日 8:30—17:30');
    await settings.set(admin, contactDirections, '乘 3 路到镇政府站\n进大门右手一楼');

    const $ = load(await text('/contact/'));
    expect($('.contact-facts').text()).toContain('416300');
    expect(
      $('.contact-part p')
        .toArray()
        .map((p) => $(p).text()),
    ).toEqual(['乘 3 路到镇政府站', '进大门右手一楼']);
    const [organisation] = $('script[type="application/ld+json"]')
      .toArray()
      .map((script) => JSON.parse($(script).text()) as Record<string, unknown>);
    expect(organisation).toMatchObject({
      '@type': 'GovernmentOrganization',
      openingHours: '工作日 8:30—17:30',
    });
    await expect(settings.set(admin, contactPostcode, '4163')).rejects.toMatchObject({
      code: 'tenancy.setting.invalid',
    });
  });
});
