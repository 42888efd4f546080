import type { SiteRef } from '@zhanqun/kernel';
import type { SiteDirectory } from '@zhanqun/platform';
import type { SiteNetwork } from '@zhanqun/tenancy';
import type { Link } from '@zhanqun/theming';

const TITLES = { departments: '部门网站', townships: '乡镇（街道）网站' } as const;
type SiteGroup = keyof typeof TITLES;

/**
 * 每组至多列出的网站数 in the frame and in a block, in the order of the sites: what stands on every page must not
 * grow with the network. All of them stand on the site map, 全部网站.
 */
export const MOST_SITES_LISTED = 40;

/** Some sites of the network as links; `isWhole` says that none was left out. */
export interface SiteLinks {
  readonly links: readonly Link[];
  readonly isWhole: boolean;
}

/** 全部网站: the part of the site map that names every site of the network. */
export const allSitesPath = '/sitemap/#map-sites';

/** Links to the other sites of the network, those that have an address; at most so many. */
export function siteLinks(
  sites: readonly SiteRef[],
  directory: SiteDirectory,
  here: SiteRef,
  most = MOST_SITES_LISTED,
): SiteLinks {
  const others = sites.filter((site) => site.id !== here.id && site.host !== '');
  return {
    links: others.slice(0, most).map((site) => ({ label: site.name, url: directory.siteUrl(site, '/') })),
    isWhole: others.length <= most,
  };
}

/** 部门网站 or 乡镇网站 under its title. */
export interface SiteGroupLinks extends SiteLinks {
  readonly title: string;
}

/** 部门、乡镇网站 in groups, at most so many in each; a group without sites is left out. */
export function siteGroups(
  network: SiteNetwork,
  directory: SiteDirectory,
  here: SiteRef,
  groups: readonly string[],
  most = MOST_SITES_LISTED,
): SiteGroupLinks[] {
  return groups
    .filter((group): group is SiteGroup => Object.hasOwn(TITLES, group))
    .map((group) => ({ title: TITLES[group], ...siteLinks(network[group], directory, here, most) }))
    .filter((group) => group.links.length > 0);
}
