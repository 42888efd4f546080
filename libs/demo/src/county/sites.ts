export const SITE_KEYS = ['shifan', 'czj', 'jyj', 'wjw', 'rsj', 'qingshui', 'longtan', 'hexi'] as const;
export type SiteKey = (typeof SITE_KEYS)[number];

export interface PlannedSite {
  readonly key: SiteKey;
  readonly blueprint: 'portal' | 'department' | 'township';
  readonly name: string;
  readonly shortName: string;
  readonly sponsor: string;
  readonly host: string;
  readonly prefix?: string;
  readonly siteCode: string;
  readonly policeFilingNumber: string;
  readonly phone: string;
  readonly description: string;
  readonly keywords: readonly string[];
  readonly slogan: string;
}

export const PORTAL: SiteKey = 'shifan';
/** The county counts as invented: no division code begins with 4399, no county has these filing numbers. */
export const ICP_NUMBER = '湘ICP备00000000号';
export const REGULATION = 'guzhang-2020';
/** That regulation puts sub-sites under a path; a domain of their own needs an approval. */
export const EXEMPTION = '示政办函〔2025〕7号';

/** 河西镇 has no domain: it lives under a path of the portal, as the regulation wants. */
export const SITES: readonly PlannedSite[] = [
  {
    key: 'shifan',
    blueprint: 'portal',
    name: '示范县人民政府门户网站',
    shortName: '示范县',
    sponsor: 'zfb',
    host: 'shifan.localhost',
    siteCode: '4399000001',
    policeFilingNumber: '湘公网安备43990002000001号',
    phone: '0999-6220088',
    description: '示范县人民政府门户网站，发布政务信息，提供办事服务，回应群众关切。',
    keywords: ['示范县', '示范县人民政府', '政府网站'],
    slogan: '山水示范 幸福之城',
  },
  {
    key: 'czj',
    blueprint: 'department',
    name: '示范县财政局',
    shortName: '县财政局',
    sponsor: 'czj',
    host: 'czj.shifan.localhost',
    siteCode: '4399000011',
    policeFilingNumber: '湘公网安备43990002000011号',
    phone: '0999-6223010',
    description: '示范县财政局网站，公开财政预算决算、政府采购和会计管理信息。',
    keywords: ['示范县财政局', '预算', '决算', '政府采购'],
    slogan: '为国理财 为民服务',
  },
  {
    key: 'jyj',
    blueprint: 'department',
    name: '示范县教育局',
    shortName: '县教育局',
    sponsor: 'jyj',
    host: 'jyj.shifan.localhost',
    siteCode: '4399000012',
    policeFilingNumber: '湘公网安备43990002000012号',
    phone: '0999-6225020',
    description: '示范县教育局网站，公开招生入学、学生资助和校园安全信息。',
    keywords: ['示范县教育局', '招生', '学生资助'],
    slogan: '办好家门口的每一所学校',
  },
  {
    key: 'wjw',
    blueprint: 'department',
    name: '示范县卫生健康局',
    shortName: '县卫健局',
    sponsor: 'wjj',
    host: 'wjw.shifan.localhost',
    siteCode: '4399000013',
    policeFilingNumber: '湘公网安备43990002000013号',
    phone: '0999-6227030',
    description: '示范县卫生健康局网站，公开基本公共卫生、医疗机构和疾病预防信息。',
    keywords: ['示范县卫生健康局', '公共卫生', '医疗服务'],
    slogan: '守护全县人民健康',
  },
  {
    key: 'rsj',
    blueprint: 'department',
    name: '示范县人力资源和社会保障局',
    shortName: '县人社局',
    sponsor: 'rsj',
    host: 'rsj.shifan.localhost',
    siteCode: '4399000014',
    policeFilingNumber: '湘公网安备43990002000014号',
    phone: '0999-6229040',
    description: '示范县人力资源和社会保障局网站，公开就业创业、社会保险和人事人才信息。',
    keywords: ['示范县人社局', '就业', '社会保险'],
    slogan: '民生为本 人才优先',
  },
  {
    key: 'qingshui',
    blueprint: 'township',
    name: '示范县清水镇人民政府',
    shortName: '清水镇',
    sponsor: 'qingshui',
    host: 'qingshui.shifan.localhost',
    siteCode: '4399000021',
    policeFilingNumber: '湘公网安备43990002000021号',
    phone: '0999-6331001',
    description: '示范县清水镇人民政府网站，公开镇村政务，服务群众办事。',
    keywords: ['清水镇', '清水镇人民政府', '茶叶'],
    slogan: '一江清水 满山茶香',
  },
  {
    key: 'longtan',
    blueprint: 'township',
    name: '示范县龙潭镇人民政府',
    shortName: '龙潭镇',
    sponsor: 'longtan',
    host: 'longtan.shifan.localhost',
    siteCode: '4399000022',
    policeFilingNumber: '湘公网安备43990002000022号',
    phone: '0999-6341001',
    description: '示范县龙潭镇人民政府网站，公开镇村政务，服务群众办事。',
    keywords: ['龙潭镇', '龙潭镇人民政府', '龙潭水库'],
    slogan: '云山龙潭 稻香人家',
  },
  {
    key: 'hexi',
    blueprint: 'township',
    name: '示范县河西镇人民政府',
    shortName: '河西镇',
    sponsor: 'hexi',
    host: 'shifan.localhost',
    prefix: '/hexi',
    siteCode: '',
    policeFilingNumber: '',
    phone: '0999-6351001',
    description: '示范县河西镇人民政府页面，公开镇村政务，服务群众办事。',
    keywords: ['河西镇', '河西镇人民政府', '蔬菜'],
    slogan: '河西沃野 四季常青',
  },
];

export const siteOf = (key: SiteKey): PlannedSite => SITES.find((site) => site.key === key) as PlannedSite;
