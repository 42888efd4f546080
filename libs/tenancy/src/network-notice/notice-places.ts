import { Injectable } from '@nestjs/common';
import type { Ctx, SiteRef } from '@zhanqun/kernel';
import { MemorySiteDirectory } from '../site/memory-site-directory';
import { reaches, type NoticeReach, type NoticeScope } from './network-notice';
import { noticeOutOfReach, noticePortalOnly, noticeSitesMissing } from './network-notice.errors';

export interface PlaceChoice {
  readonly scope: NoticeScope;
  /** Key of the portal whose network is meant; at a portal it is that portal's. */
  readonly portal?: string;
  /** Keys of sites, for the scope `sites`. */
  readonly sites?: readonly string[];
}

/** Which sites a notice may stand on, by who speaks: the platform everywhere, a portal in its own network. */
@Injectable()
export class NoticePlaces {
  constructor(private readonly directory: MemorySiteDirectory) {}

  /** The network whose notices may be handled here; null on the platform. Raises `…portalOnly` below a portal. */
  networkOf(ctx: Ctx): number | null {
    if (!ctx.site) return null;
    if (ctx.site.kind !== 'portal') throw noticePortalOnly();
    return ctx.site.id;
  }

  /** What was chosen, as the row keeps it. Raises `…outOfReach` or `…sitesMissing`. */
  resolve(ctx: Ctx, { scope, portal, sites = [] }: PlaceChoice): NoticeReach {
    const own = this.networkOf(ctx);
    if (scope === 'all') {
      if (own !== null) throw noticeOutOfReach();
      return { scope, portalId: null, siteIds: [] };
    }
    if (scope === 'network') {
      const head = own === null ? this.directory.byKey(portal ?? '') : ctx.site;
      if (head?.kind !== 'portal') throw noticeSitesMissing({ sites: portal ? [portal] : [] });
      return { scope, portalId: head.id, siteIds: [] };
    }
    const chosen = this.named(sites, own);
    const [first] = chosen;
    const isOneNetwork = chosen.every(({ portalId }) => portalId === first?.portalId);
    return {
      scope,
      portalId: isOneNetwork && first ? first.portalId : null,
      siteIds: [...new Set(chosen.map(({ id }) => id))],
    };
  }

  /** Sites that it stands on, closed ones left out: their pages show nothing but the closing. */
  sitesIn(reach: NoticeReach): SiteRef[] {
    return this.directory.all().filter((site) => site.status !== 'closed' && reaches(reach, site));
  }

  byIds(ids: readonly number[]): SiteRef[] {
    return ids.map((id) => this.directory.byId(id)).filter((site) => site !== undefined);
  }

  byId(id: number | null): SiteRef | null {
    return id === null ? null : (this.directory.byId(id) ?? null);
  }

  /** A site of another network is as unknown at a portal as one that does not exist. */
  private named(keys: readonly string[], portalId: number | null): SiteRef[] {
    const found = keys.map((key) => this.directory.byKey(key));
    const isWrong = (site: SiteRef | undefined): boolean =>
      !site || site.status === 'closed' || (portalId !== null && site.portalId !== portalId);
    const unknown = keys.filter((_, index) => isWrong(found[index]));
    if (unknown.length > 0 || keys.length === 0) throw noticeSitesMissing({ sites: unknown });
    return found.filter((site) => site !== undefined);
  }
}
