import { load } from 'cheerio';
import { atomFeed, type FeedEntry } from './feed';

const at = new Date('2026-03-05T02:00:00Z');
const entry = (title: string, rest: Partial<FeedEntry> = {}): FeedEntry => ({
  title,
  url: 'https://shifan.example/art/202603/7.html',
  summary: '',
  source: '县政府办',
  publishedAt: at,
  updatedAt: at,
  ...rest,
});
const feed = (...entries: FeedEntry[]): string =>
  atomFeed({
    title: '通知公告 & <b>',
    description: '',
    url: 'https://shifan.example/tzgg/feed.xml',
    pageUrl: 'https://shifan.example/tzgg/',
    lang: 'zh-CN',
    author: '示范县人民政府',
    since: new Date('2000-01-01T00:00:00Z'),
    entries,
  }).toString();

describe('Atom', () => {
  it.each([
    '</title><script>alert(1)</script>',
    ']]></title><entry>',
    '甲 & 乙 <b>',
    '&lt;img onerror&gt;',
    '半个字\ud842与\u0000控制\u000b符',
  ])('gives back %j as text and nothing else', (title) => {
    const xml = feed(entry(title, { summary: title, source: title }));

    // oxlint-disable-next-line no-control-regex
    expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud842]/);
    const $ = load(xml, { xml: true });
    expect($('entry').length).toBe(1);
    expect($('script, img, b').length).toBe(0);
    // oxlint-disable-next-line no-control-regex
    const clean = title.replace(/[\u0000\u000b\ud842]/g, '');
    expect(load($('entry > title').text()).text()).toBe(clean);
    expect(load($('entry > summary').text()).text()).toBe(clean);
    expect($('entry > author > name').text()).toBe(clean);
  });

  it('is as new as its newest change, and does not change by itself when it is empty', () => {
    const changed = new Date('2026-04-01T00:00:00Z');

    expect(feed(entry('甲', { updatedAt: changed }), entry('乙'))).toContain(
      '<updated>2026-04-01T00:00:00.000Z</updated>',
    );
    expect(feed()).toContain('<updated>2000-01-01T00:00:00.000Z</updated>');
    expect(feed()).toBe(feed());
  });
});
