export const SITE_KINDS = ['portal', 'department', 'township', 'unit'] as const;
export type SiteKind = (typeof SITE_KINDS)[number];

/** 站点状态：preparing 筹建 → online 在线 ⇄ suspended 临时下线 → closing 关停公示 → closed 已关停. */
export const SITE_STATUSES = ['preparing', 'online', 'suspended', 'closing', 'closed'] as const;
export type SiteStatus = (typeof SITE_STATUSES)[number];

/**
 * What every floor may know of a site (站点). Kept in memory by `tenancy`, handed down in `Ctx`;
 * no other library reads the site table.
 */
export interface SiteRef {
  readonly id: number;
  /** Short stable name used in console addresses and file paths, e.g. `qingshui`. */
  readonly key: string;
  readonly name: string;
  readonly kind: SiteKind;
  readonly status: SiteStatus;
  /** The portal at the top of this site's tree; a portal names itself. */
  readonly portalId: number;
  readonly parentId: number | null;
  /** Canonical host, lower case, without port. Empty while no binding exists. */
  readonly host: string;
  /** Path under the host, `''` or `/hexi`, never with a closing slash. */
  readonly prefix: string;
  readonly lang: string;
  readonly theme: string;
}
