import { chromeOf, site } from '../testing/small-network';
import { articleTags, columnTags, siteTags } from './page-tags';
import { readPageTags } from './read-page-tags';

const { site: facts } = chromeOf(site(1, 'qingshui'), '清水镇人民政府');
const column = {
  name: '通知公告',
  description: '本镇的通知 与公告',
  keywords: ['通知', '公告', '通知'],
  type: '政务动态',
};
const article = {
  title: '关于防汛的通知',
  publishedAt: new Date('2026-03-05T06:30:00Z'),
  source: '镇政府办',
};
const names = (tags: readonly { name: string }[]): string[] => tags.map(({ name }) => name);

describe('网页标签', () => {
  it('stand on every page for the site', () => {
    expect(siteTags(facts)).toEqual([
      { name: 'SiteName', content: '清水镇人民政府' },
      { name: 'SiteDomain', content: 'qingshui.localhost' },
      { name: 'SiteIDCode', content: '3100000087' },
    ]);
  });

  it('of a column follow those of its site', () => {
    expect(columnTags(facts, column).slice(3)).toEqual([
      { name: 'ColumnName', content: '通知公告' },
      { name: 'ColumnDescription', content: '本镇的通知 与公告' },
      { name: 'ColumnKeywords', content: '通知;公告' },
      { name: 'ColumnType', content: '政务动态' },
    ]);
  });

  it('of an article follow those of its column, the optional ones only when there is something to say', () => {
    const full = articleTags(facts, column, {
      ...article,
      keywords: ['防汛'],
      authors: ['张三', '李四'],
      description: '摘\n要',
      images: ['http://a/1.png', 'http://a/2.png'],
      url: 'http://a/art/202603/7.html',
    });

    expect(names(articleTags(facts, column, article)).slice(7)).toEqual([
      'ArticleTitle',
      'PubDate',
      'ContentSource',
    ]);
    expect(full.slice(8)).toEqual([
      { name: 'PubDate', content: '2026-03-05 14:30' },
      { name: 'ContentSource', content: '镇政府办' },
      { name: 'Keywords', content: '防汛' },
      { name: 'Author', content: '张三;李四' },
      { name: 'Description', content: '摘 要' },
      { name: 'Image', content: 'http://a/1.png' },
      { name: 'Image', content: 'http://a/2.png' },
      { name: 'Url', content: 'http://a/art/202603/7.html' },
    ]);
  });

  it('are never empty, whatever an editor left out', () => {
    const bare = { name: '通知', description: ' ', keywords: [' '], type: '' };
    const tags = articleTags({ ...facts, siteCode: '' }, bare, {
      ...article,
      keywords: [''],
      images: [],
      description: '\n',
    });

    expect(tags.filter(({ content }) => content.trim() === '')).toEqual([]);
    expect(names(tags)).toEqual(
      expect.arrayContaining(['ColumnDescription', 'ColumnKeywords', 'ColumnType']),
    );
    expect(names(tags)).not.toContain('SiteIDCode');
  });

  it('are read back from a page as they stand there', () => {
    const html = `<!doctype html><head><meta charset="utf-8"><meta name="SiteName" content="甲 &amp; 乙">
      <meta name="sitename" content=""><meta content="a;b" name=ColumnKeywords><meta name="SiteName"></head>
      <body><meta name="PubDate" content="x"><!-- <meta name="Author" content="y"> --></body>`;

    expect(readPageTags(html)).toEqual([
      { name: 'SiteName', content: '甲 & 乙' },
      { name: 'sitename', content: '' },
      { name: 'ColumnKeywords', content: 'a;b' },
      { name: 'SiteName', content: '' },
    ]);
  });
});
