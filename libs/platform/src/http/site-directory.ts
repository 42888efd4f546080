import type { SiteRef } from '@zhanqun/kernel';

export type HostMatch =
  | {
      readonly kind: 'site';
      readonly site: SiteRef;
      /** Path below the site's prefix, always starting with `/`. */ readonly path: string;
    }
  | { readonly kind: 'redirect'; readonly location: string }
  | { readonly kind: 'unknown' };

/**
 * Which sites exist and which host + path prefix belongs to which: an in-memory map, no query.
 * Implemented by `tenancy`.
 */
export abstract class SiteDirectory {
  abstract byKey(key: string): SiteRef | undefined;
  abstract byId(id: number): SiteRef | undefined;
  abstract all(): readonly SiteRef[];
  /** `host` as sent by the client (a port is ignored), `path` with its query string removed. */
  abstract match(host: string, path: string): HostMatch;
  /** Address of a page of a site as seen on its own host: prefix + path. */
  abstract sitePath(site: SiteRef, path: string): string;
  /** Absolute address, built from the canonical binding and never from a request's Host. */
  abstract siteUrl(site: SiteRef, path: string): string;
}
