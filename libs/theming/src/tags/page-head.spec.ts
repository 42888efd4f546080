import { load } from 'cheerio';
import type { PageInfo } from '../chrome';
import { samplePage } from '../check/samples';
import { chromeOf, site } from '../testing/small-network';
import { jsonLdText } from './json-ld';
import { pageHead } from './page-head';
import { articleTags, columnTags, siteTags } from './page-tags';

const chrome = chromeOf(site(1, 'qingshui'), '清水镇人民政府');
const column = { name: '通知公告', description: '本镇的通知', keywords: ['通知'], type: '政务动态' };
const origin = 'https://qingshui.localhost';
const page = (path: string, rest: Partial<PageInfo> = {}): PageInfo => ({
  ...samplePage,
  title: '通知公告',
  path,
  canonicalUrl: origin + path,
  variant: 'zh-Hans',
  variantUrl: `/zh-hant${path}`,
  alternates: [],
  tags: columnTags(chrome.site, column),
  breadcrumb: [
    { label: '首页', url: '/' },
    { label: '通知公告', url: '/tzgg/', isCurrent: true },
  ],
  ...rest,
});
const articlePage = (title: string): PageInfo =>
  page('/art/202603/7.html', {
    title,
    tags: articleTags(chrome.site, column, {
      title,
      publishedAt: new Date('2026-03-05T06:30:00Z'),
      source: '镇政府办',
      images: [`${origin}/_files/202603/a.jpg`],
      description: '摘要',
    }),
  });
const typesOf = (things: readonly object[]): unknown[] =>
  things.map((thing) => (thing as { '@type': unknown })['@type']);

const HOSTILE = [
  '</script><script>alert(1)</script>',
  '<!--<script>',
  ']]>',
  '"\\u003c/script>',
  '行\u2028分隔\u2029符',
  '半个字\ud842',
  '&lt;/script&gt;',
];

describe('写进页面的 JSON-LD', () => {
  it.each(HOSTILE)('cannot be closed or left by %j', (text) => {
    const written = jsonLdText({ headline: text });

    expect(written).not.toMatch(/[<>&\u2028\u2029]/);
    const script = load(`<script type="application/ld+json">${written}</script><p>后</p>`)('script');
    expect(script.length).toBe(1);
    expect(JSON.parse(script.text())).toEqual({ headline: text.replace('\ud842', '\ufffd') });
  });
});

describe('给搜索引擎和转发用的说明', () => {
  it('of the home page names the government body behind the site', () => {
    const home = page('/', { title: chrome.site.name, tags: siteTags(chrome.site), breadcrumb: [] });

    const { things, openGraph, description } = pageHead(chrome, home, {});

    expect(things).toEqual([
      expect.objectContaining({
        '@type': 'GovernmentOrganization',
        name: '清水镇人民政府',
        url: `${origin}/`,
        telephone: '010-1',
        address: expect.objectContaining({ streetAddress: '某路1号' }),
      }),
    ]);
    expect(openGraph).toContainEqual({ property: 'og:type', content: 'website' });
    expect(description).toBe('清水镇人民政府的政府网站');
  });

  it('of an article says what its page tags say', () => {
    const { things, openGraph, description, feeds } = pageHead(
      chrome,
      articlePage('关于防汛的通知'),
      {},
      {
        schema: 'NewsArticle',
        modifiedAt: new Date('2026-03-06T00:00:00Z'),
        feed: { title: '通知公告', url: '/tzgg/feed.xml' },
      },
    );

    expect(typesOf(things)).toEqual(['NewsArticle', 'BreadcrumbList']);
    expect(things[0]).toMatchObject({
      headline: '关于防汛的通知',
      datePublished: '2026-03-05T14:30:00+08:00',
      dateModified: '2026-03-06T00:00:00.000Z',
      author: [{ '@type': 'Organization', name: '镇政府办' }],
      image: [`${origin}/_files/202603/a.jpg`],
      mainEntityOfPage: `${origin}/art/202603/7.html`,
    });
    expect(openGraph).toContainEqual({ property: 'og:image', content: `${origin}/_files/202603/a.jpg` });
    expect(description).toBe('');
    expect(feeds.map(({ url }) => url)).toEqual(['/feed.xml', '/tzgg/feed.xml']);
  });

  it('of a list leads to the pages before and after it', () => {
    const pager = { previousUrl: '/tzgg/', nextUrl: '/tzgg/p3/' };

    const head = pageHead(chrome, page('/tzgg/p2/'), { pager });

    expect([head.previousUrl, head.nextUrl]).toEqual([`${origin}/tzgg/`, `${origin}/tzgg/p3/`]);
  });

  it('of one view of many tells nobody to list it', () => {
    const head = pageHead(chrome, page('/policies/'), {}, { isUnlisted: true });

    expect(head).toMatchObject({ robots: 'noindex,follow', openGraph: [], things: [] });
  });
});
