import { pageTagFaults } from './page-tags.indicator';

const meta = (tags: Record<string, string>): string =>
  `<html><head>${Object.entries(tags)
    .map(([name, content]) => `<meta name="${name}" content="${content}">`)
    .join('')}</head><body></body></html>`;
const site = { SiteName: '清水镇人民政府', SiteDomain: 'qingshui.localhost', SiteIDCode: '4331260007' };
const article = {
  ...site,
  ColumnName: '通知公告',
  ColumnType: '文件资料',
  ArticleTitle: '通知',
  PubDate: '2026-03-05 14:30',
  ContentSource: '清水镇',
};
const faultsOf = (kind: 'home' | 'channel' | 'article', html: string): string[] =>
  pageTagFaults({ url: 'http://qingshui.localhost/', kind, html });

describe('D-4.6 页面标签', () => {
  it('accepts a complete page of each class', () => {
    expect(faultsOf('home', meta(site))).toEqual([]);
    expect(faultsOf('article', meta(article))).toEqual([]);
  });

  it('names what is missing and what is empty', () => {
    expect(faultsOf('home', meta({ ...site, SiteIDCode: '' }))).toEqual(['SiteIDCode 为空']);
    expect(faultsOf('channel', meta(site))).toContain('缺少 ColumnName');
  });

  it('knows that names are case-sensitive', () => {
    expect(faultsOf('home', meta({ ...site, SiteName: '' }).replace('"SiteName"', '"sitename"'))).toEqual([
      '缺少 SiteName',
    ]);
  });

  it('refuses a publication date of another form', () => {
    expect(faultsOf('article', meta({ ...article, PubDate: '2026/3/5' }))).toEqual([
      'PubDate 格式不是 YYYY-MM-DD HH:MM',
    ]);
  });

  it('finds a tag that may stand only once standing twice', () => {
    const twice = meta(site).replace('</head>', '<meta name="SiteName" content="别的名称"></head>');
    expect(faultsOf('home', twice)).toEqual(['SiteName 重复']);
  });
});
