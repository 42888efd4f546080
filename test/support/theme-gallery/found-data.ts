import type { ArticleLink, ContactView, Pager, PolicyLibraryView, SearchView } from '@zhanqun/content';
import type { EmergencyBanner } from '@zhanqun/theming';

const noPager: Pager = { page: 1, pages: 1, total: 0, previousUrl: null, nextUrl: null, links: [] };
const of = (word: string, count: number, isChosen = false) => ({
  label: word,
  count,
  url: `/search/?q=%E5%8C%BB%E4%BF%9D&f=${count}`,
  isChosen,
});

/** 搜索: with results, and without. */
export function searchViews(articles: readonly ArticleLink[], pager: Pager): Record<string, SearchView> {
  const found: SearchView = {
    actionUrl: '/search/',
    suggestUrl: '/suggest.json',
    words: '医保',
    scopes: [
      { value: 'site', label: '本站', isChosen: false },
      { value: 'network', label: '全部网站', isChosen: true },
    ],
    kinds: [
      { value: '', label: '全部', isChosen: true },
      { value: 'policyDocument', label: '政策文件', isChosen: false },
    ],
    sorts: [
      { label: '相关度', url: '/search/?q=1', isChosen: true },
      { label: '时间', url: '/search/?q=1&sort=time', isChosen: false },
    ],
    isAsked: true,
    state: 'building',
    againUrl: '/search/?q=1',
    totalWords: '约 1,240 条',
    results: articles.map((one, at) => ({
      titleParts: [
        { text: one.title.slice(0, 4), isHit: false },
        { text: one.title.slice(4, 8), isHit: true },
        { text: one.title.slice(8), isHit: false },
      ],
      title: one.title,
      url: one.url,
      snippetParts: [
        { text: '参保人员可通过手机、银行网点和村（社区）服务站办理，城乡居民基本', isHit: false },
        { text: '医保', isHit: true },
        { text: '缴费期为每年九月至十二月，逾期缴费的设待遇等待期……', isHit: false },
      ],
      siteName: '示范县人民政府',
      channelName: '政策文件',
      kindName: at % 2 ? '动态信息' : '政策文件',
      documentNumber: at % 2 ? '' : '示政发〔2026〕3号',
      validity:
        [
          { code: 'valid', label: '有效' },
          { code: 'amended', label: '已修改' },
          { code: 'void', label: '废止' },
        ][at] ?? null,
      publishedAt: one.publishedAt,
    })),
    facets: [
      {
        label: '网站',
        allUrl: '/search/?q=1',
        values: [of('示范县人民政府', 31, true), of('县卫生健康局', 12)],
      },
      { label: '年份', allUrl: null, values: [of('2026', 40), of('2025', 9)] },
      { label: '有效性', allUrl: null, values: [of('有效', 12), of('废止', 2)] },
    ],
    corrected: { words: '医疗保险', url: '/search/?q=2' },
    isLoose: false,
    widerUrl: null,
    hasFilters: true,
    plainUrl: '/search/?q=1',
    hotWords: ['公积金', '居住证', '医保缴费'].map((label) => ({ label, url: '/search/?q=3' })),
    helpLinks: [{ label: '网站地图', url: '/sitemap/' }],
    pager,
  };
  const nothing: SearchView = {
    ...found,
    words: '没有这样的词',
    state: 'ready',
    results: [],
    facets: [],
    corrected: null,
    widerUrl: '/search/?q=4&scope=network',
    pager: noPager,
  };
  return { search: found, 'search-none': nothing };
}

/** 政策文件库: with choices made, and with choices that nothing fits. */
export function libraryViews(
  documents: readonly ArticleLink[],
  pager: Pager,
): Record<string, PolicyLibraryView> {
  const link = (label: string, isCurrent = false) => ({ label, url: '/policies/?year=2026', isCurrent });
  const all = link('全部');
  const full: PolicyLibraryView = {
    total: 128,
    isAsked: true,
    words: '管理办法',
    actionUrl: '/policies/',
    kept: [{ name: 'year', value: '2026' }],
    facets: [
      {
        label: '主题分类',
        all,
        options: [
          { ...link('综合政务'), count: 40 },
          { ...link('城乡建设、环境保护'), count: 31 },
          { ...link('卫生、体育'), count: 8 },
        ],
      },
      {
        label: '发文机关',
        all,
        options: [
          { ...link('示范县人民政府'), count: 61 },
          { ...link('示范县人民政府办公室'), count: 67 },
        ],
      },
      { label: '年份', all, options: [{ ...link('2026', true), count: 128 }] },
      { label: '有效性', all, options: [{ ...link('有效'), count: 120 }] },
    ],
    chosen: [link('2026 年'), link('“管理办法”')],
    clearUrl: '/policies/',
    sorts: [link('最新', true), link('文号')],
    documents: documents.map((one, at) => ({
      title: one.title,
      url: one.url,
      documentNumber: at === 3 ? '' : one.documentNumber,
      organ: at % 2 ? '示范县人民政府办公室' : '示范县人民政府',
      siteName: at === 1 ? '县财政局' : null,
      subject: at === 4 ? '' : '综合政务',
      genre: '通知',
      issuedOn: at === 2 ? '' : '2026-02-24',
      publishedAt: one.publishedAt,
      validity: ['valid', 'amended', 'void'][at % 3] ?? 'valid',
      validityLabel: ['有效', '已修改', '废止'][at % 3] ?? '有效',
    })),
    pager,
  };
  return {
    'policy-library': full,
    'policy-library-none': { ...full, total: 0, documents: [], pager: noPager },
  };
}

export const contactView: ContactView = {
  organisation: '示范县人民政府门户网站',
  sponsor: '示范县人民政府办公室',
  operator: '示范县政务数据中心',
  competentAuthority: '示范县人民政府办公室',
  address: '示范县城关街道人民路 1 号',
  postcode: '439900',
  phone: '0700-1234567',
  hours: '工作日 8:30—12:00，14:30—17:30（国家法定节假日除外）',
  email: 'wz@shifan.localhost',
  directions: ['乘 1 路、3 路公交车到“县政府”站，向东步行 200 米。', '自驾可停在人民路地下停车场。'],
};

/** 应急横幅 of each level, the first with an address and much to say. */
export const emergencies: readonly EmergencyBanner[] = [
  { level: 1 as const, label: 'Ⅰ级（红色）', url: 'https://www.example.com/warning' },
  { level: 2 as const, label: 'Ⅱ级（橙色）', url: '/tzgg/' },
  { level: 3 as const, label: 'Ⅲ级（黄色）', url: null },
].map((one) => ({
  ...one,
  title: '暴雨应急响应',
  text: '预计未来 6 小时清水镇、龙潭镇将有 100 毫米以上降雨，请沿河居民立即转移到安置点，联系电话 0700-1234567。',
  since: new Date('2026-02-27T08:00:00Z'),
}));
