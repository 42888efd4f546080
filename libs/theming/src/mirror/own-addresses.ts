import type { SiteRef } from '@zhanqun/kernel';
import type { SiteDirectory } from '@zhanqun/platform';

export type AddressReading =
  | { readonly kind: 'own'; readonly path: string; readonly query: string }
  | { readonly kind: 'otherSite'; readonly path: string }
  | { readonly kind: 'outside' }
  | { readonly kind: 'unreadable' };

/** Tells the addresses of one site from all others: by its host and by what the directory says is there. */
export class OwnAddresses {
  constructor(
    private readonly directory: SiteDirectory,
    private readonly site: SiteRef,
  ) {}

  /** As a browser reads a link that stands on the page at `from`. */
  read(address: string, from: string): AddressReading {
    const page = `http://${this.site.host}${from}`;
    if (!URL.canParse(address, page)) return { kind: 'unreadable' };
    const { protocol, hostname, pathname, search } = new URL(address, page);
    if (protocol !== 'http:' && protocol !== 'https:') return { kind: 'outside' };
    if (hostname !== new URL(page).hostname) return { kind: 'outside' };
    if (pathname.startsWith('/_theme/')) return { kind: 'own', path: pathname, query: '' };
    const match = this.directory.match(this.site.host, pathname);
    if (match.kind !== 'site') return { kind: 'outside' };
    return match.site.id === this.site.id
      ? { kind: 'own', path: pathname, query: search }
      : { kind: 'otherSite', path: pathname };
  }

  /** The path below the site's prefix; null for files that belong to the whole host. */
  below(path: string): string | null {
    if (path.startsWith('/_theme/')) return null;
    const match = this.directory.match(this.site.host, path);
    return match.kind === 'site' && match.site.id === this.site.id ? match.path : null;
  }
}
