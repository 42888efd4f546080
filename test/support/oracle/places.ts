import { SITES, type SiteKey } from '../county';

/** An address that citizens open: the site and the path below its prefix, with its query. */
export interface Place {
  readonly site: SiteKey;
  readonly path: string;
}

export const keyOf = ({ site, path }: Place): string => `${site} ${path}`;

/** Where a web server looks for the page; null for what is never a file. */
export function fileOf({ site, path }: Place): string | null {
  if (path.includes('?')) return null;
  const { host, prefix } = SITES[site];
  return host + decodeURIComponent(prefix + path) + (path.endsWith('/') ? 'index.html' : '');
}

/** Answers out of the search index, which is filled behind the publication (two seconds, not one). */
export const isSearch = ({ path }: Place): boolean => /\/search(?:\.json|\/)/.test(path);

/** Whom the walk works at: everything they have is looked at. */
const BUSY: readonly SiteKey[] = ['shifan', 'qingshui'];
/** Whose pages name, link or list the others. */
const QUIET: readonly SiteKey[] = ['hexi', 'longtan', 'czj'];

const OF_A_SITE = ['/', '/zh-hant/', '/sitemap/', '/contact/'];
const OF_A_BUSY_SITE = [
  ...OF_A_SITE,
  '/feed.xml',
  '/sitemap.xml',
  '/robots.txt',
  '/sitemap-pages.xml',
  '/accessibility/',
  '/zt/',
  '/policies/',
  '/zh-hant/policies/?sort=issued',
  '/search/?q=%E8%B5%B0%E8%AF%BB',
  '/search.json?q=%E8%B5%B0%E8%AF%BB&scope=network',
  '/there-is-nothing-here/',
  '/zh-hant/there-is-nothing-here/',
];

export interface KnownPaths {
  readonly channels: readonly string[];
  readonly topics: readonly string[];
  readonly articles: readonly string[];
}

/** The fixed set: what is there before the walk begins. `month` is the one articles are published in. */
export function fixedPlaces(
  known: Readonly<Record<'shifan' | 'qingshui', KnownPaths>>,
  month: string,
): Place[] {
  const busy = (site: 'shifan' | 'qingshui'): string[] => {
    const { channels, topics, articles } = known[site];
    return [
      ...OF_A_BUSY_SITE,
      `/sitemap-${month}.xml`,
      ...channels.map((path) => `/${path}/`),
      ...channels.slice(0, 1).flatMap((path) => [`/${path}/p2/`, `/${path}/feed.xml`, `/zh-hant/${path}/`]),
      ...topics.flatMap((path) => [`/zt/${path}/`, `/zh-hant/zt/${path}/`]),
      ...articles,
      ...articles.slice(0, 1).map((path) => `/zh-hant${path}`),
    ];
  };
  return [
    ...BUSY.flatMap((site) => busy(site as 'shifan' | 'qingshui').map((path) => ({ site, path }))),
    ...QUIET.flatMap((site) => OF_A_SITE.map((path) => ({ site, path }))),
  ];
}
