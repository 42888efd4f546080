import type { Chrome } from '@zhanqun/theming';
import { departmentNavigation, portalNavigation, townshipNavigation } from './navigation-data';
import { departments, portalLink, townships } from './sites-data';

export const faces = {
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
export type GalleryFace = keyof typeof faces;
/** Themes that look after the same kind of site show the same content. */
export const STANDS_FOR = {
  base: 'base',
  'portal-red': 'portal-red',
  'portal-blue': 'portal-red',
  'department-blue': 'department-blue',
  'township-green': 'township-green',
  'plain-text': 'township-green',
} as const satisfies Record<string, GalleryFace>;
export type GalleryTheme = keyof typeof STANDS_FOR;
export const GALLERY_THEMES = Object.keys(STANDS_FOR) as GalleryTheme[];

export function chromeOf(
  theme: GalleryTheme,
  settings: Record<string, unknown>,
  shown: GalleryFace,
  raised: Partial<Pick<Chrome, 'notice' | 'siteChanges' | 'emergency' | 'isGrey'>> = {},
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
    siteChanges: [],
    emergency: null,
    isGrey: false,
    ...raised,
  };
}
