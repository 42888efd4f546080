import { Injectable } from '@nestjs/common';
import { Clock, shanghaiDay, systemCtx, type Ctx, type SiteRef } from '@zhanqun/kernel';
import { AppConfig, Db, In, SiteDirectory, type HostMatch, type Where } from '@zhanqun/platform';
import { requestHost } from './address';
import {
  EMPTY,
  grouped,
  longestPrefix,
  snapshotOf,
  withSite,
  type BindingRow,
  type HostEntry,
  type SiteRow,
  type Snapshot,
} from './directory-snapshot';
import { SiteBinding } from './site-binding.entity';
import { Site } from './site.entity';

/** Purge tag: sites or addresses changed. Stands beside one `directoryTag` for each site that did. */
export const DIRECTORY_TAG = 'directory';
/** Purge tag: this one site or its addresses changed. */
export const directoryTag = (siteId: number): string => `directory:${siteId}`;

export interface FormerAddress {
  readonly address: string;
  /** Its last day. */
  readonly until: string;
}

const UNKNOWN: HostMatch = { kind: 'unknown' };

/**
 * 站点目录 in memory: a request finds its site without a query, at a cost that does not grow with the
 * number of sites. Replaced as a whole by `refresh`, so a reader never sees half of a change.
 */
@Injectable()
export class MemorySiteDirectory extends SiteDirectory {
  private current: Snapshot = EMPTY;
  private readonly origin: { scheme: string; port: string };
  private wanted = 0;
  private loaded = 0;
  private loading: Promise<void> | null = null;
  /** Counts updates of single sites, so that a load which began before one is not put in its place. */
  private updates = 0;

  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    config: AppConfig,
  ) {
    super();
    const { scheme, port } = config.links;
    this.origin = { scheme, port: port === null ? '' : `:${port}` };
  }

  override byKey(key: string): SiteRef | undefined {
    return this.current.byKey.get(key);
  }

  override byId(id: number): SiteRef | undefined {
    return this.current.byId.get(id);
  }

  /** Every site, portals first, siblings in their order. */
  override all(): readonly SiteRef[] {
    return this.current.sites;
  }

  /** Code of the regulation a portal chose. */
  regulationOf(portalId: number): string | null {
    return this.current.regulations.get(portalId) ?? null;
  }

  /**
   * The longest prefix of the path that is bound on the host wins. An alias leads to the canonical address
   * of its site with the rest of the path; after its last day it is unknown. A closed site still matches:
   * what it shows is the page's decision.
   */
  override match(host: string, path: string): HostMatch {
    const entry = this.hostEntry(host);
    if (!entry || !path.startsWith('/')) return UNKNOWN;
    const end = path.indexOf('?');
    const pathname = end === -1 ? path : path.slice(0, end);
    const [prefix, bound] = longestPrefix(entry, pathname);
    if (!bound) return UNKNOWN;

    const below = pathname.slice(prefix.length) || '/';
    const query = end === -1 ? '' : path.slice(end);
    // `/hexi` itself is an address beside `/hexi/`: it is sent there, so that a page has one address.
    if (bound.isCanonical && pathname.length > prefix.length) {
      return { kind: 'site', site: bound.site, path: below };
    }
    if (bound.redirectUntil !== null && bound.redirectUntil < shanghaiDay(this.clock.now())) return UNKNOWN;
    if (bound.site.host === '') return UNKNOWN;
    return { kind: 'redirect', location: this.siteUrl(bound.site, below) + query };
  }

  /** 原域名 (with path) that lead on for a time after a change. */
  formerAddressesOf(siteId: number): FormerAddress[] {
    return [...this.current.hosts].flatMap(([host, { byPrefix }]) =>
      [...byPrefix].flatMap(([prefix, { site, redirectUntil }]) =>
        site.id === siteId && redirectUntil !== null
          ? [{ address: host + prefix, until: redirectUntil }]
          : [],
      ),
    );
  }

  override sitePath(site: SiteRef, path: string): string {
    return site.prefix + (path.startsWith('/') ? path : `/${path}`);
  }

  override siteUrl(site: SiteRef, path: string): string {
    const { scheme, port } = this.origin;
    return `${scheme}://${site.host}${port}${this.sitePath(site, path)}`;
  }

  /**
   * Reads all sites and bindings anew. Calls during a running load share the one that follows it, so the
   * answer is never older than the call.
   */
  async refresh(ctx: Ctx = systemCtx(this.clock.now())): Promise<void> {
    this.wanted += 1;
    const mine = this.wanted;
    while (this.loaded < mine) {
      this.loading ??= this.load(ctx).finally(() => (this.loading = null));
      await this.loading;
    }
  }

  /** Takes in some changed or new sites: two small queries instead of the whole list. */
  async refreshSites(ctx: Ctx, ids: readonly number[]): Promise<void> {
    const sites = await this.sitesFrom(ctx, { id: In(ids) });
    const bindings = grouped(
      await this.bindingsFrom(ctx, { ofSiteId: In(ids) }),
      (binding) => binding.ofSiteId,
    );
    this.updates += 1;
    for (const site of sites) this.current = withSite(this.current, site, bindings.get(site.id) ?? []);
  }

  private hostEntry(header: string): HostEntry | undefined {
    const plain = this.current.hosts.get(header);
    if (plain) return plain;
    const host = requestHost(header);
    return host === null ? undefined : this.current.hosts.get(host);
  }

  private async load(ctx: Ctx): Promise<void> {
    for (;;) {
      const reached = this.wanted;
      const before = this.updates;
      const sites = await this.sitesFrom(ctx);
      const bindings = await this.bindingsFrom(ctx);
      if (before !== this.updates) continue;
      this.current = snapshotOf(sites, bindings);
      this.loaded = reached;
      return;
    }
  }

  private sitesFrom(ctx: Ctx, where: Where<Site> = {}): Promise<SiteRow[]> {
    return this.db
      .shared(ctx, Site)
      .select(
        [
          'id',
          'key',
          'name',
          'kind',
          'status',
          'portalId',
          'parentId',
          'lang',
          'themeName',
          'regulation',
          'position',
        ],
        { where },
      );
  }

  private bindingsFrom(ctx: Ctx, where: Where<SiteBinding> = {}): Promise<BindingRow[]> {
    return this.db
      .shared(ctx, SiteBinding)
      .select(['ofSiteId', 'host', 'prefix', 'isCanonical', 'redirectUntil'], { where });
  }
}
