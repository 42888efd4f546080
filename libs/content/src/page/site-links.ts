import type { SiteRef } from '@zhanqun/kernel';
import type { SiteDirectory } from '@zhanqun/platform';
import type { SiteNetwork } from '@zhanqun/tenancy';
import type { Link } from '@zhanqun/theming';

const TITLES = { departments: '部门网站', townships: '乡镇（街道）网站' } as const;
type SiteGroup = keyof typeof TITLES;

/** Links to the other sites of the network, those that have an address. */
export function siteLinks(sites: readonly SiteRef[], directory: SiteDirectory, here: SiteRef): Link[] {
  return sites
    .filter((site) => site.id !== here.id && site.host !== '')
    .map((site) => ({ label: site.name, url: directory.siteUrl(site, '/') }));
}

/** 部门、乡镇网站 in groups; a group without sites is left out. */
export function siteGroups(
  network: SiteNetwork,
  directory: SiteDirectory,
  here: SiteRef,
  groups: readonly string[],
): { title: string; links: Link[] }[] {
  return groups
    .filter((group): group is SiteGroup => Object.hasOwn(TITLES, group))
    .map((group) => ({ title: TITLES[group], links: siteLinks(network[group], directory, here) }))
    .filter((group) => group.links.length > 0);
}
