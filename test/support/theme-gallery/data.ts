import type {
  ArticleLink,
  ArticleView,
  AttachmentLink,
  ChannelView,
  FactSheet,
  PageBlock,
  HomeView,
  Pager,
  SinglePageView,
  SiteMapView,
  WithdrawnView,
} from '@zhanqun/content';
import {
  SanitizedHtml,
  type Chrome,
  type Link,
  type MetaTag,
  type NavigationEntry,
  type PageInfo,
} from '@zhanqun/theming';
import { everyBlock } from './blocks-data';
import { channelPages } from './channels-data';
import { contactView, emergencies, libraryViews, searchViews } from './found-data';
import { kindViews, topicList, topicView } from './kinds-data';

/** Lively made-up data for one page of every kind. The county and all names are fictional. */
export interface GalleryPage {
  readonly name: string;
  readonly template: string;
  readonly chrome: Chrome | null;
  readonly view: object;
  readonly page: PageInfo;
}

const html = (text: string): SanitizedHtml => SanitizedHtml.fromSanitizer(text);
const at = (text: string): Date => new Date(`${text.replace(' ', 'T')}:00+08:00`);

const TITLES = [
  '县政府召开第十二次常务会议 研究部署秋冬农田水利建设和城镇老旧小区改造',
  '示范县一季度新开工重点项目二十三个 总投资超过六十亿元',
  '清水镇：三百亩荒坡变茶园 家门口就业稳增收',
  '全县义务教育学校课后服务实现全覆盖',
  '县委常委会（扩大）会议传达学习上级会议精神',
  '龙潭镇举行防汛应急演练',
  '我县启动城乡居民基本医疗保险集中参保缴费工作，参保人员可通过手机、银行网点和村（社区）服务站办理',
  '河西乡农村公路“建管养运”协调发展经验做法',
  '县财政局组织预算绩效管理专题培训',
  '县卫生健康局开展“健康示范”进社区活动',
  '东山水库除险加固工程通过竣工验收',
  '示范县工业园区标准厂房二期主体完工',
];

let nextId = 4100;
function article(title: string, day: string, rest: Partial<ArticleLink> = {}): ArticleLink {
  nextId += 7;
  return {
    id: nextId,
    title,
    url: `/art/${day.slice(0, 4)}${day.slice(5, 7)}/${nextId}.html`,
    publishedAt: at(`${day} 09:2${nextId % 10}`),
    source: '示范县融媒体中心',
    summary: '',
    coverUrl: null,
    coverAlt: '',
    isPinned: false,
    documentNumber: '',
    note: '',
    style: 'title',
    ...rest,
  };
}

function articles(count: number, shift = 0): ArticleLink[] {
  return Array.from({ length: count }, (_, index) => {
    const day = String(28 - ((index * 2 + shift) % 27)).padStart(2, '0');
    return article(TITLES[(index + shift) % TITLES.length]!, `2026-02-${day}`);
  });
}

const documents: ArticleLink[] = [
  article('示范县人民政府关于印发《示范县政府网站管理办法》的通知', '2026-02-26', {
    documentNumber: '示政发〔2026〕3号',
  }),
  article('示范县人民政府办公室关于进一步优化营商环境更好服务市场主体的实施意见', '2026-02-20', {
    documentNumber: '示政办发〔2026〕11号',
  }),
  article('示范县人民政府关于公布第五批县级文物保护单位的通知', '2026-02-11', {
    documentNumber: '示政发〔2026〕2号',
  }),
  article('示范县城市生活垃圾分类管理实施细则', '2026-01-29', { documentNumber: '示政规〔2026〕1号' }),
  article('示范县人民政府办公室关于印发2026年政务公开工作要点的通知', '2026-01-16', {
    documentNumber: '示政办发〔2026〕4号',
  }),
];
const interpretations: ArticleLink[] = [
  article('一图读懂：示范县政府网站管理办法', '2026-02-26'),
  article('《关于进一步优化营商环境的实施意见》政策解读', '2026-02-21'),
  article('县城市管理局负责人就生活垃圾分类实施细则答记者问', '2026-01-30'),
  article('文物保护单位是怎样确定的', '2026-02-12'),
  article('2026年政务公开工作要点解读', '2026-01-17'),
];

const departments: Link[] = [
  ...['县财政局:czj', '县教育局:jyj', '县卫生健康局:wjw', '县人力资源和社会保障局:rsj'].map((entry) => {
    const [label, host] = entry.split(':') as [string, string];
    return { label, url: `http://${host}.shifan.localhost/` };
  }),
  ...[
    '县发展和改革局',
    '县民政局',
    '县农业农村局',
    '县交通运输局',
    '县住房和城乡建设局',
    '县文化和旅游局',
  ].map((label, index) => ({
    label,
    url: `http://bm${index}.shifan.localhost/`,
  })),
];
const townships: Link[] = [
  { label: '清水镇', url: 'http://qingshui.shifan.localhost/' },
  { label: '龙潭镇', url: 'http://longtan.shifan.localhost/' },
  { label: '河西乡', url: 'http://shifan.localhost/hexi/' },
  ...['东山镇', '白石镇', '城关街道', '南桥乡'].map((label, index) => ({
    label,
    url: `http://xz${index}.shifan.localhost/`,
  })),
];

const entry = (
  label: string,
  path: string,
  children: [string, string][] = [],
  isCurrent = false,
): NavigationEntry => ({
  label,
  url: `/${path}/`,
  isCurrent,
  children: children.map(([name, child]) => ({
    label: name,
    url: `/${path}/${child}/`,
    isCurrent: child === 'zcwj' && isCurrent,
  })),
});

const portalNavigation: NavigationEntry[] = [
  entry('走进示范', 'zjbd', [
    ['概况信息', 'bdgk'],
    ['人文风情', 'rwfq'],
  ]),
  entry('新闻中心', 'xwzx', [
    ['政务要闻', 'zwyw'],
    ['部门动态', 'bmdt'],
    ['乡镇动态', 'xzdt'],
  ]),
  entry('通知公告', 'tzgg'),
  entry(
    '政务公开',
    'zwgk',
    [
      ['机构职能', 'jgzn'],
      ['领导信息', 'ldxx'],
      ['政策文件', 'zcwj'],
      ['政策解读', 'zcjd'],
      ['回应关切', 'hygq'],
      ['规划计划', 'ghjh'],
    ],
    true,
  ),
  entry('政府信息公开', 'zfxxgk', [
    ['政府信息公开指南', 'gkzn'],
    ['政府信息公开制度', 'gkzd'],
    ['法定主动公开内容', 'fdgk'],
    ['政府信息公开年报', 'gknb'],
  ]),
  entry('办事服务', 'bsfw', [
    ['办事指南', 'bszn'],
    ['便民服务', 'bmfw'],
    ['办事统计', 'bstj'],
  ]),
  entry('互动交流', 'hdjl', [
    ['来信选登', 'lxxd'],
    ['意见征集', 'yjzj'],
    ['在线访谈', 'zxft'],
  ]),
  entry('专题专栏', 'ztzl'),
];
const departmentNavigation: NavigationEntry[] = [
  entry('工作动态', 'gzdt', [['基层动态', 'jcdt']]),
  entry('通知公告', 'tzgg'),
  entry(
    '政务公开',
    'zwgk',
    [
      ['机构职能', 'jgzn'],
      ['领导信息', 'ldxx'],
      ['政策文件', 'zcwj'],
      ['政策解读', 'zcjd'],
      ['预算决算', 'yjs'],
    ],
    true,
  ),
  entry('政府信息公开', 'zfxxgk', [
    ['公开指南', 'gkzn'],
    ['公开制度', 'gkzd'],
    ['公开年报', 'gknb'],
  ]),
  entry('办事服务', 'bsfw'),
  entry('互动交流', 'hdjl'),
  entry('专题专栏', 'ztzl'),
];
const townshipNavigation: NavigationEntry[] = [
  entry('走进清水', 'xzgk'),
  entry('乡镇动态', 'xzdt'),
  entry('通知公告', 'tzgg'),
  entry(
    '政务公开',
    'zwgk',
    [
      ['机构职能', 'jgzn'],
      ['领导信息', 'ldxx'],
      ['政策文件', 'zcwj'],
    ],
    true,
  ),
  entry('政府信息公开', 'zfxxgk'),
  entry('三农信息', 'snxx'),
  entry('便民服务', 'bmfw'),
  entry('互动交流', 'hdjl'),
];

const portalLink: Link = { label: '示范县人民政府', url: 'http://shifan.localhost/' };
const faces = {
  'portal-red': {
    name: '示范县人民政府',
    shortName: '示范县',
    kind: 'portal',
    domain: 'www.shifan.localhost',
    slogan: '公开 便民 务实 廉洁',
  },
  'department-blue': {
    name: '示范县财政局',
    shortName: '县财政局',
    kind: 'department',
    domain: 'czj.shifan.localhost',
    slogan: '',
  },
  'township-green': {
    name: '示范县清水镇人民政府',
    shortName: '清水镇',
    kind: 'township',
    domain: 'qingshui.shifan.localhost',
    slogan: '山清水秀 宜居宜业',
  },
  base: {
    name: '示范县档案馆',
    shortName: '县档案馆',
    kind: 'unit',
    domain: 'shifan.localhost/dag',
    slogan: '',
  },
} as const;
type Face = keyof typeof faces;
/** Themes that look after the same kind of site show the same content. */
const STANDS_FOR = {
  base: 'base',
  'portal-red': 'portal-red',
  'portal-blue': 'portal-red',
  'department-blue': 'department-blue',
  'township-green': 'township-green',
  'plain-text': 'township-green',
} as const satisfies Record<string, Face>;
export type GalleryTheme = keyof typeof STANDS_FOR;
export type GalleryFace = Face;
export const GALLERY_THEMES = Object.keys(STANDS_FOR) as GalleryTheme[];

function chromeOf(
  theme: GalleryTheme,
  settings: Record<string, unknown>,
  shown: Face,
  raised: Partial<Pick<Chrome, 'notice' | 'emergency' | 'isGrey'>> = {},
): Chrome {
  const face = faces[shown];
  const isPortal = face.kind === 'portal';
  return {
    site: {
      name: face.name,
      shortName: face.shortName,
      kind: face.kind,
      lang: 'zh-CN',
      homeUrl: '/',
      domain: face.domain,
      siteCode: '4399990001',
      icpNumber: '示ICP备2026000001号-1',
      policeFilingNumber: '示公网安备43999902000001号',
      sponsor: isPortal ? '示范县人民政府办公室' : face.name,
      operator: '示范县政务数据中心',
      contactPhone: '0700-1234567',
      contactAddress: '示范县城关街道人民路1号',
      email: 'wz@shifan.localhost',
      description: `${face.name}网站`,
      keywords: [face.name],
    },
    theme: {
      name: theme,
      settings: { ...settings, slogan: face.slogan },
    },
    navigation: {
      'portal-red': portalNavigation,
      'department-blue': departmentNavigation,
      'township-green': townshipNavigation,
      base: departmentNavigation.slice(0, 4),
    }[shown],
    upperSite: isPortal ? null : portalLink,
    departments: isPortal ? departments : [],
    townships: isPortal ? townships : [],
    allSitesUrl: null,
    siteMapUrl: '/sitemap/',
    searchUrl: '/search/',
    contactUrl: '/contact/',
    policiesUrl: '/policies/',
    insideHosts: ['shifan.localhost'],
    mistakeReportUrl: 'https://zfwzgl.www.gov.cn/exposure/jiucuo.html?site_code=4399990001',
    notice: null,
    emergency: null,
    isGrey: false,
    ...raised,
  };
}

const slides = [
  article(TITLES[2]!, '2026-02-27', { coverUrl: '/_files/scene-1.svg', coverAlt: '清水镇茶园，茶农在采茶' }),
  article(TITLES[10]!, '2026-02-25', { coverUrl: '/_files/scene-2.svg', coverAlt: '东山水库大坝' }),
  article(TITLES[6]!, '2026-02-24', {
    coverUrl: '/_files/scene-3.svg',
    coverAlt: '村服务站工作人员帮助老人参保',
  }),
  article(TITLES[3]!, '2026-02-22'),
];

const more = (path: string): string => `/${path}/`;
const portalEntrances: PageBlock = {
  type: 'entrances',
  title: '快捷入口',
  moreUrl: null,
  entrances: [
    { label: '政府信息公开', url: more('zfxxgk'), icon: 'documents', note: '指南、制度、内容、年报' },
    { label: '办事服务', url: more('bsfw'), icon: 'briefcase', note: '事项、指南、统计' },
    { label: '互动交流', url: more('hdjl'), icon: 'letter', note: '来信、征集、访谈' },
    { label: '领导信息', url: more('zwgk/ldxx'), icon: 'person', note: '分工与简历' },
    { label: '机构职能', url: more('zwgk/jgzn'), icon: 'building', note: '机构设置与联系方式' },
    { label: '数据发布', url: more('sjfb'), icon: 'chart', note: '统计数据与公报' },
  ],
};
const smallEntrances: PageBlock = { ...portalEntrances, entrances: portalEntrances.entrances.slice(0, 4) };
const policy: PageBlock = {
  type: 'policy',
  title: '政策与解读',
  moreUrl: null,
  documents,
  interpretations,
  documentsUrl: more('zwgk/zcwj'),
  interpretationsUrl: more('zwgk/zcjd'),
};
const topics: PageBlock = {
  type: 'topics',
  title: '专题专栏',
  moreUrl: more('ztzl'),
  topics: ['优化营商环境', '乡村全面振兴', '政府网站年度报表', '安全生产月'].map((label, index) => ({
    label,
    url: more(`ztzl/t${index}`),
    imageUrl: null,
    isExternal: index === 3,
  })),
};
const list = (title: string, path: string, count: number, shift = 0): PageBlock => ({
  type: 'list',
  title,
  moreUrl: more(path),
  articles: articles(count, shift),
});

const homes: Record<Face, HomeView> = {
  'portal-red': {
    regions: {
      top: [
        { type: 'headline', title: '政务要闻', moreUrl: more('xwzx/zwyw'), slides, articles: articles(9) },
      ],
      main: [
        {
          type: 'tabs',
          title: '动态与公告',
          moreUrl: null,
          tabs: [
            { title: '部门动态', moreUrl: more('xwzx/bmdt'), articles: articles(8, 3) },
            { title: '乡镇动态', moreUrl: more('xwzx/xzdt'), articles: articles(8, 5) },
            { title: '通知公告', moreUrl: more('tzgg'), articles: articles(8, 8) },
          ],
        },
      ],
      aside: [list('回应关切', 'zwgk/hygq', 4, 4)],
      bottom: [
        portalEntrances,
        policy,
        topics,
        {
          type: 'sites',
          title: '部门与乡镇网站',
          moreUrl: null,
          groups: [
            { title: '部门网站', links: departments },
            { title: '乡镇（街道）', links: townships },
          ],
        },
      ],
    },
  },
  'department-blue': {
    regions: {
      top: [{ type: 'headline', title: '工作动态', moreUrl: more('gzdt'), slides, articles: articles(8) }],
      main: [list('通知公告', 'tzgg', 7, 4), policy],
      aside: [smallEntrances, list('办事服务', 'bsfw', 5, 7)],
      bottom: [topics],
    },
  },
  'township-green': {
    regions: {
      top: [{ type: 'headline', title: '乡镇动态', moreUrl: more('xzdt'), slides, articles: articles(7, 2) }],
      main: [list('通知公告', 'tzgg', 7, 4), list('三农信息', 'snxx', 6, 1)],
      aside: [
        smallEntrances,
        { type: 'list', title: '政策文件', moreUrl: more('zwgk/zcwj'), articles: documents.slice(0, 4) },
      ],
      bottom: [],
    },
  },
  base: {
    regions: {
      top: [],
      main: [list('工作动态', 'gzdt', 8), list('通知公告', 'tzgg', 0)],
      aside: [list('主动公开', 'zdgk', 5, 3)],
      bottom: [],
    },
  },
};

const siteTags = (chrome: Chrome): MetaTag[] => [
  { name: 'SiteName', content: chrome.site.name },
  { name: 'SiteDomain', content: chrome.site.domain },
  { name: 'SiteIDCode', content: chrome.site.siteCode },
];

const menu = {
  top: { label: '政务公开', url: '/zwgk/' },
  entries: portalNavigation[3]!.children.map((child) => ({
    ...child,
    isCurrent: child.label === '政策文件',
  })),
};
const longPager: Pager = {
  page: 4,
  pages: 23,
  total: 452,
  previousUrl: '/zwgk/zcwj/p3/',
  nextUrl: '/zwgk/zcwj/p5/',
  links: [1, null, 3, 4, 5, null, 23].map((page) =>
    page === null ? null : { page, url: `/zwgk/zcwj/p${page}/`, isCurrent: page === 4 },
  ),
};
const noPager: Pager = { page: 1, pages: 1, total: 0, previousUrl: null, nextUrl: null, links: [] };

const channel: ChannelView = {
  channel: {
    name: '政策文件',
    description: '县政府和县政府办公室制发的规范性文件及其他政策文件',
    url: '/zwgk/zcwj/',
  },
  menu,
  sections: [],
  entries: [],
  listStyle: 'title',
  pager: longPager,
  articles: [
    { ...documents[0]!, isPinned: true },
    ...Array.from({ length: 19 }, (_, index) => ({
      ...(index % 3 ? articles(1, index)[0]! : documents[index % 5]!),
    })),
  ],
};
const channelIndex: ChannelView = {
  channel: { name: '政务公开', description: '机构职能、领导信息、政策文件和政策解读', url: '/zwgk/' },
  menu: {
    top: { ...menu.top, isCurrent: true },
    entries: menu.entries.map((one) => ({ ...one, isCurrent: false })),
  },
  sections: [
    { channel: { label: '政策文件', url: '/zwgk/zcwj/' }, articles: documents },
    { channel: { label: '政策解读', url: '/zwgk/zcjd/' }, articles: interpretations },
    { channel: { label: '回应关切', url: '/zwgk/hygq/' }, articles: articles(5, 2) },
    { channel: { label: '规划计划', url: '/zwgk/ghjh/' }, articles: [] },
  ],
  articles: [],
  entries: [],
  listStyle: 'title',
  pager: noPager,
};

const newsBody = html(`
<p>2月26日，县政府召开第十二次常务会议，研究部署秋冬农田水利建设、城镇老旧小区改造和政府网站管理等工作。县长主持会议并讲话，县政府有关领导出席。</p>
<figure><img src="/_files/scene-2.svg" alt="东山水库大坝" width="960" height="600"><figcaption>东山水库除险加固工程现场。融媒体中心供图</figcaption></figure>
<p>会议指出，农田水利是粮食生产的命脉。各乡镇、各部门要抓住冬春有利时机，<strong>以水库除险加固、灌区配套和高标准农田建设为重点</strong>，倒排工期，挂图作战，确保春耕前全部投入使用。项目进展情况可在<a href="https://www.example.com/project">工程建设信息平台</a>查询。</p>
<h2>一、主要任务</h2>
<p>会议明确了三项主要任务，并逐项落实责任单位和完成时限，具体安排见下表：</p>
<table><caption>2026年秋冬水利建设任务表</caption>
<thead><tr><th>项目名称</th><th>建设内容</th><th>责任单位</th><th>完成时限</th><th>总投资（万元）</th><th>资金来源</th></tr></thead>
<tbody>
<tr><td>东山水库除险加固</td><td>坝体防渗、溢洪道改造、启闭设备更换</td><td>县水利局</td><td>2026-03-31</td><td>1,860</td><td>中央、省级补助</td></tr>
<tr><td>清水灌区配套改造</td><td>渠道衬砌 12.6 公里，新建量水设施 8 处</td><td>清水镇人民政府</td><td>2026-04-15</td><td>940</td><td>省级补助、县级配套</td></tr>
<tr><td>龙潭河堤防加固</td><td>护岸 3.2 公里</td><td>龙潭镇人民政府</td><td>2026-04-30</td><td>680</td><td>县级财政</td></tr>
</tbody></table>
<h2>二、工作要求</h2>
<ul><li>严格工程质量和施工安全，落实项目法人责任制；</li><li>资金使用情况全程公开，接受群众监督；</li><li>及时发布施工信息，方便群众出行。</li></ul>
<p>会议强调，要把政府网站作为联系群众的第一平台，内容及时更新，群众留言按期答复，发现问题立即整改。</p>
<p>会议还研究了其他事项。</p>`);

const shortBody = html(`
<p>示范县地处丘陵，辖九个乡镇（街道），常住人口四十二万。<a href="/zjbd/">了解更多</a></p>
<ul><li>国家卫生县城</li><li>全国农村产业融合发展示范园所在县</li></ul>`);

const policyBody = html(`
<p class="no-indent">各乡镇人民政府、街道办事处，县政府各部门、各直属机构：</p>
<p>现将《示范县政府网站管理办法》印发给你们，请认真贯彻执行。</p>
<p class="align-right">示范县人民政府</p>
<p class="align-right">2026年2月24日</p>
<h2>示范县政府网站管理办法</h2>
<h3>第一章　总　则</h3>
<p>第一条　为规范全县政府网站的建设、运行和管理，提高政府信息公开和网上服务水平，根据国家有关规定，结合本县实际，制定本办法。</p>
<p>第二条　本办法所称政府网站，是指县人民政府门户网站以及县政府部门、乡镇人民政府在互联网上开办的，具备信息发布、解读回应、办事服务、互动交流等功能的网站。</p>
<p>第三条　政府网站建设管理坚持统一规划、分级负责、集约节约、安全可靠的原则。县政府办公室是全县政府网站的主管单位，负责推进、指导、监督全县政府网站建设和发展。</p>
<h3>第二章　内容保障</h3>
<p>第四条　动态、要闻类信息每两周至少更新一次；通知公告、政策文件类信息每六个月至少更新一次。内容发布实行初审、复审、终审三级审核。</p>
<p>第五条　网站转载信息应当注明来源，主要转载权威媒体发布的信息。</p>
<h3>第三章　附　则</h3>
<p>第六条　本办法自2026年4月1日起施行，有效期五年。</p>`);

const attachments: AttachmentLink[] = [
  { label: '示范县政府网站管理办法（全文）', url: '/_files/2026/02/bf.pdf', format: 'PDF', bytes: 486_211 },
  { label: '政府网站栏目责任清单.xlsx', url: '/_files/2026/02/qd.xlsx', format: 'XLSX', bytes: 38_402 },
];

const noSheet: FactSheet = { lines: [], texts: [], tables: [], pictures: [], film: null };
const news: ArticleView = {
  article: {
    id: 4107,
    kind: 'news',
    kindName: '动态信息',
    coverUrl: null,
    coverAlt: '',
    title: TITLES[0]!,
    subtitle: '',
    source: '示范县融媒体中心',
    author: '记者 周明远 通讯员 何晓岚',
    origin: null,
    publishedAt: at('2026-02-27 16:40'),
    updatedAt: at('2026-02-27 16:40'),
    summary: '',
    body: newsBody,
    reviewers: ['赵建国', '孙丽'],
    editor: '刘洋',
  },
  channel: { label: '政务要闻', url: '/xwzx/zwyw/' },
  policy: null,
  interpretations: [],
  interprets: null,
  successor: null,
  predecessors: [],
  sheet: noSheet,
  attachments: attachments.slice(1),
  related: articles(4, 6),
  previous: articles(1, 5)[0]!,
  next: null,
};
const policyDocument: ArticleView = {
  article: {
    ...news.article,
    kind: 'policyDocument',
    title: documents[0]!.title,
    source: '示范县人民政府',
    author: '',
    publishedAt: at('2026-02-26 10:30'),
    body: policyBody,
  },
  channel: { label: '政策文件', url: '/zwgk/zcwj/' },
  policy: {
    indexNumber: '439999-0100-2026-00031',
    subjectCategory: '综合政务',
    genre: '通知',
    issuer: '示范县人民政府',
    issuedOn: '2026-02-24',
    documentNumber: '示政发〔2026〕3号',
    validity: 'valid',
    validityLabel: '有效',
    effectiveOn: '2026-04-01',
    amendedOn: '',
    expiresOn: '2031-03-31',
  },
  interpretations: interpretations.slice(0, 2),
  interprets: null,
  successor: null,
  predecessors: documents.slice(4, 5),
  sheet: noSheet,
  attachments,
  related: documents.slice(1, 4),
  previous: documents[1]!,
  next: documents[2]!,
};
const voidDocument: ArticleView = {
  ...policyDocument,
  policy: {
    ...policyDocument.policy!,
    validity: 'void',
    validityLabel: '废止',
    documentNumber: '',
    indexNumber: '',
  },
  interpretations: [],
  successor: documents[1]!,
  predecessors: [],
  attachments: [],
  related: [],
};
const interpretation: ArticleView = {
  ...news,
  article: {
    ...news.article,
    kind: 'interpretation',
    title: '《示范县政府网站管理办法》政策解读',
    subtitle: '县政府办公室',
    source: '示范县人民政府办公室',
    author: '',
  },
  interprets: documents[0]!,
  attachments: [],
  related: [],
  previous: null,
  next: interpretations[1]!,
};
const single: SinglePageView = {
  channel: { name: '机构职能', url: '/zwgk/jgzn/' },
  menu,
  title: '机构职能',
  source: '示范县人民政府办公室',
  publishedAt: at('2026-01-08 09:00'),
  body: policyBody,
};

/** Every page of one theme, of the kind of site that it is for unless another is asked for. */
export function galleryPages(
  theme: GalleryTheme,
  settings: Record<string, unknown>,
  face: GalleryFace = STANDS_FOR[theme],
): GalleryPage[] {
  const chrome = chromeOf(theme, settings, face);
  const crumbs = (...labels: string[]): Link[] => [
    { label: '首页', url: '/' },
    ...labels.map((label, index) => ({ label, url: `/c${index}/`, isCurrent: index === labels.length - 1 })),
  ];
  const info = (title: string, path: string, breadcrumb: Link[], tags: MetaTag[] = []): PageInfo => ({
    title,
    path,
    canonicalUrl: `http://${faces[face].domain}${path}`,
    variant: 'zh-Hans',
    variantUrl: `/zh-hant${path}`,
    alternates: [{ lang: 'zh-Hant', url: `http://${faces[face].domain}/zh-hant${path}` }],
    tags: [...siteTags(chrome), ...tags],
    breadcrumb,
  });
  const site = chrome.site.name;
  const noPage = info('', '/', []);
  const articleTags = (one: ArticleView): MetaTag[] => [
    { name: 'ColumnName', content: one.channel.label },
    { name: 'ColumnType', content: '政务动态' },
    { name: 'ArticleTitle', content: one.article.title },
    { name: 'PubDate', content: '2026-02-27 16:40' },
    { name: 'ContentSource', content: one.article.source },
  ];
  const page = (
    name: string,
    template: string,
    view: object,
    about: PageInfo,
    frame: Chrome | null = chrome,
  ): GalleryPage => ({
    name,
    template: `pages/${template}.njk`,
    chrome: frame,
    view,
    page: about,
  });
  return [
    page('home', 'home', homes[face], info(site, '/', [])),
    page(
      'home-blocks',
      'home',
      {
        regions: everyBlock({
          articles,
          slides,
          documents,
          interpretations,
          departments,
          townships,
          body: shortBody,
        }),
        hasCards: true,
      } satisfies HomeView,
      info(site, '/', []),
    ),
    page('channel', 'channel', channel, info('政策文件', '/zwgk/zcwj/p4/', crumbs('政务公开', '政策文件'))),
    page(
      'channel-empty',
      'channel',
      { ...channel, articles: [], pager: noPager },
      info('规划计划', '/zwgk/ghjh/', crumbs('政务公开', '规划计划')),
    ),
    page('channel-index', 'channel-index', channelIndex, info('政务公开', '/zwgk/', crumbs('政务公开'))),
    page(
      'article',
      'article',
      news,
      info(news.article.title, '/art/202602/4107.html', crumbs('新闻中心', '政务要闻'), articleTags(news)),
    ),
    page(
      'policy-document',
      'policy-document',
      policyDocument,
      info(
        policyDocument.article.title,
        '/art/202602/4114.html',
        crumbs('政务公开', '政策文件'),
        articleTags(policyDocument),
      ),
    ),
    page(
      'policy-document-void',
      'policy-document',
      voidDocument,
      info(
        voidDocument.article.title,
        '/art/202602/4115.html',
        crumbs('政务公开', '政策文件'),
        articleTags(voidDocument),
      ),
    ),
    page(
      'interpretation',
      'interpretation',
      interpretation,
      info(
        interpretation.article.title,
        '/art/202602/4121.html',
        crumbs('政务公开', '政策解读'),
        articleTags(interpretation),
      ),
    ),
    ...Object.entries(kindViews(news)).map(([name, one]) =>
      page(
        name,
        name.replace('-qa', ''),
        one,
        info(one.article.title, '/art/202602/4130.html', crumbs('政务公开'), articleTags(one)),
      ),
    ),
    ...Object.entries(channelPages(channel, kindViews(news), newsBody)).map(([name, { title, view }]) =>
      page(name, name, view, info(title, `/zwgk/${name}/`, crumbs('政务公开', title))),
    ),
    page(
      'topic',
      'topic',
      topicView(articles(10)),
      info('春耕备耕进行时', '/zt/chungeng/', crumbs('专题', '春耕备耕进行时')),
    ),
    page(
      'topic-over',
      'topic',
      {
        ...topicView(articles(10)),
        topic: { ...topicView([]).topic, look: 'red', bannerUrl: null, isOver: true },
      },
      info('经济普查', '/zt/jjpc/', crumbs('专题', '经济普查')),
    ),
    page(
      'topic-blocks',
      'topic',
      {
        ...topicView([]),
        regions: everyBlock({
          articles,
          slides,
          documents,
          interpretations,
          departments,
          townships,
          body: shortBody,
        }),
      },
      info('春耕备耕进行时', '/zt/chungeng/', crumbs('专题', '春耕备耕进行时')),
    ),
    page('topics', 'topics', topicList, info('专题', '/zt/', crumbs('专题'))),
    page('page', 'page', single, info('机构职能', '/zwgk/jgzn/', crumbs('政务公开', '机构职能'))),
    page(
      'site-map',
      'site-map',
      {
        channels: chrome.navigation,
        sites: [
          { title: '部门网站', links: departments },
          { title: '乡镇（街道）网站', links: townships },
        ],
      } satisfies SiteMapView,
      info('网站地图', '/sitemap/', crumbs('网站地图')),
    ),
    page(
      'not-found',
      'not-found',
      {},
      info('没有找到这个页面', '/none/', []),
      chromeOf(theme, settings, face, {
        notice: '因系统升级，本网站将于2026年3月6日22:00至24:00暂停服务，敬请谅解。',
      }),
    ),
    page(
      'withdrawn',
      'withdrawn',
      {
        way: 'notice',
        title: '关于开展农村饮水安全工程维修的通知',
        reason: '通知事项已由新文件替代',
        withdrawnAt: new Date('2026-03-02T02:00:00Z'),
        channel: { label: '通知公告', url: '/zwgk/tzgg/' },
      } satisfies WithdrawnView,
      info('关于开展农村饮水安全工程维修的通知（已撤下）', '/art/202602/9.html', []),
    ),
    ...Object.entries(searchViews(articles(6, 1), longPager)).map(([name, view]) =>
      page(name, 'search', view, info('搜索', '/search/', crumbs('搜索'))),
    ),
    ...Object.entries(libraryViews(documents, longPager)).map(([name, view]) =>
      page(name, 'policy-library', view, info('政策文件库', '/policies/', crumbs('政策文件库'))),
    ),
    page('contact', 'contact', contactView, info('联系我们', '/contact/', crumbs('联系我们'))),
    page('accessibility', 'accessibility', {}, info('无障碍说明', '/accessibility/', crumbs('无障碍说明'))),
    ...emergencies.map((emergency) =>
      page(
        `emergency-${emergency.level}`,
        'contact',
        contactView,
        info('联系我们', '/contact/', crumbs('联系我们')),
        chromeOf(theme, settings, face, { emergency }),
      ),
    ),
    page(
      'grey-day',
      'home',
      homes[face],
      info(site, '/', []),
      chromeOf(theme, settings, face, { isGrey: true }),
    ),
    page('unavailable', 'unavailable', { siteName: site }, noPage, null),
    page('unknown-host', 'unknown-host', {}, noPage, null),
    page(
      'site-suspended',
      'site-suspended',
      { siteName: site, until: '2026-03-20', reason: '网站改版', upperSite: portalLink },
      noPage,
      null,
    ),
    page('site-preparing', 'site-preparing', { siteName: site }, noPage, null),
    page('site-closed', 'site-closed', { siteName: site, destination: portalLink }, noPage, null),
    page('error', 'error', { siteName: site, homeUrl: '/', traceId: '7f3a09c2' }, noPage, null),
  ];
}
