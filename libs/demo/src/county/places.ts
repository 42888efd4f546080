import type { Words } from '../plan/fill';
import type { SiteKey } from './sites';

/** A township with a site, and three without that only the portal reports on. */
export interface Township {
  readonly name: string;
  readonly head: string;
  readonly villages: readonly string[];
  readonly product: string;
  readonly river: string;
}

export const TOWNSHIPS: Readonly<Record<'qingshui' | 'longtan' | 'hexi', Township>> = {
  qingshui: {
    name: '清水镇',
    head: '周泽安',
    villages: ['清溪村', '石桥村', '上湾村', '竹坪村', '茶岭村', '双井村'],
    product: '高山茶',
    river: '清水河',
  },
  longtan: {
    name: '龙潭镇',
    head: '吴远舟',
    villages: ['龙口村', '黑潭村', '云坪村', '枫树村', '大塘村', '梯田村'],
    product: '优质稻',
    river: '龙潭溪',
  },
  hexi: {
    name: '河西镇',
    head: '秦望舒',
    villages: ['河口村', '柳林村', '白沙村', '新渡村', '渔湾村', '橘园村'],
    product: '柑橘',
    river: '示水河',
  },
};

export const OTHER_TOWNSHIPS: readonly Township[] = [
  {
    name: '城关镇',
    head: '唐书远',
    villages: ['东门社区', '文昌社区', '滨河社区', '南桥村'],
    product: '蔬菜',
    river: '示水河',
  },
  {
    name: '云岭乡',
    head: '申屠云',
    villages: ['云顶村', '松林村', '雾里村', '石门村'],
    product: '中药材',
    river: '云溪',
  },
  {
    name: '白石镇',
    head: '祝远山',
    villages: ['白石村', '石灰坳村', '桐树村', '新田村'],
    product: '油茶',
    river: '白石河',
  },
];

/** Invented people who appear in texts without an office that a real person could hold. */
export const VILLAGERS: readonly string[] = [
  '石大田', '龙满仓', '彭春生', '向秋菊', '田有福', '杨小芹', '罗木根', '李金穗', '王青苗', '张水生', '刘桂枝', '陈禾苗',
]; // prettier-ignore

export const COUNTY_WORDS: Words = {
  county: '示范县',
  headOfCounty: '程以宁',
  vice1: '韩知远',
  vice2: '陆怀谷',
  vice3: '纪云舒',
  river: '示水河',
  park: '示范县经济开发区',
};

export interface Department {
  readonly site?: SiteKey;
  readonly name: string;
  readonly head: string;
}

export const DEPARTMENTS: Readonly<Record<'czj' | 'jyj' | 'wjw' | 'rsj', Department>> = {
  czj: { site: 'czj', name: '县财政局', head: '马文澜' },
  jyj: { site: 'jyj', name: '县教育局', head: '苏静宜' },
  wjw: { site: 'wjw', name: '县卫生健康局', head: '丁若谷' },
  rsj: { site: 'rsj', name: '县人力资源和社会保障局', head: '傅长青' },
};
