import type { SiteRef } from '@zhanqun/kernel';
import type { SiteDirectory } from '@zhanqun/platform';

/** 繁体版 stands below this segment of every site; no channel and no site's prefix may take it. */
export const TRADITIONAL = '/zh-hant';

/** Sites in simplified Chinese have a traditional variant; those in another language are as they are. */
export function hasVariant({ lang }: SiteRef): boolean {
  return /^zh(-cn|-hans|-hans-cn)?$/i.test(lang);
}

/** `/zh-hant/tzgg/` → `/tzgg/`; null for a path of the site itself. */
export function plainPath(path: string): string | null {
  return path.startsWith(`${TRADITIONAL}/`) ? path.slice(TRADITIONAL.length) : null;
}

/** Files, scripts' addresses and what is no HTML exist once: `/_files/…`, `/feed.xml`, `/search.json`. */
export function isOnlyPlain(path: string): boolean {
  return path.startsWith('/_') || (/\.[A-Za-z0-9]{1,8}$/.test(path) && !path.endsWith('.html'));
}

/**
 * Where a link on a traditional page leads: to the same page of that variant where there is one, also on
 * another site of the network; and back to simplified Chinese when it leads to the variant already.
 */
export class VariantLinks {
  constructor(
    private readonly directory: SiteDirectory,
    private readonly site: SiteRef,
  ) {}

  to(href: string): { href: string; isSwitch: boolean } {
    const asItIs = { href, isSwitch: false };
    const isPath = href.startsWith('/') && !href.startsWith('//');
    const origin = isPath ? '' : (/^https?:\/\/[^/?#]+(?=\/)/i.exec(href)?.[0] ?? null);
    if (origin === null) return asItIs;
    const [path = ''] = href.slice(origin.length).split(/[?#]/, 1);
    const host = isPath ? this.site.host : origin.replace(/^https?:\/\//i, '');
    const match = this.directory.match(host, path);
    if (match.kind !== 'site' || !hasVariant(match.site) || !path.endsWith(match.path)) return asItIs;
    const rest = href.slice(origin.length + path.length);
    const at = (below: string): string => origin + this.directory.sitePath(match.site, below) + rest;
    const back = plainPath(match.path);
    if (back !== null) return { href: at(back), isSwitch: true };
    return isOnlyPlain(match.path) ? asItIs : { href: at(TRADITIONAL + match.path), isSwitch: false };
  }
}
