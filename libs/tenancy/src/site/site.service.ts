import { Injectable } from '@nestjs/common';
import type {
  Ctx,
  Page,
  PageRequest,
  SiteCtx,
  SiteKind,
  SiteRef,
  SiteStatus,
  StaffCtx,
} from '@zhanqun/kernel';
import { allOf, containing, Db, In, type Where } from '@zhanqun/platform';
import { MemorySiteDirectory, type FormerAddress } from './memory-site-directory';
import { SiteChanges } from './site-changes';
import { SiteFactRules } from './site-fact-rules';
import type { SiteFacts } from './site-facts';
import { SiteOpening, type OpenedSite, type SiteOrder } from './site-opening';
import type { SiteProfile } from './site-profile';
import { SiteProfiles } from './site-profiles';
import { Site } from './site.entity';
import { regulationOnPortalOnly, siteFactReserved, siteIsClosed, siteMissing } from './site.errors';

export interface SiteFilter {
  /** Part of the name, the key or the site code. */
  readonly q?: string;
  readonly kind?: SiteKind;
  readonly status?: SiteStatus;
  /** Sites of this portal, the portal itself included. */
  readonly portalId?: number;
  readonly parentId?: number;
  /** Only these, whatever else is asked: the sites at which somebody has a desk. */
  readonly ids?: readonly number[];
  /** A further condition, such as the caller's rights turned into one. */
  readonly readable?: Where<Site>;
}

/** The sites below a portal that citizens can visit, in their order. */
export interface SiteNetwork {
  readonly portal: SiteRef | undefined;
  readonly departments: readonly SiteRef[];
  readonly townships: readonly SiteRef[];
  readonly units: readonly SiteRef[];
}

const RESERVED = ['regulation', 'exemptionDocument', 'position'] as const;
const VISIBLE: readonly SiteStatus[] = ['online', 'closing'];

/**
 * What pages of other sites say of a site: its name and place in lists, its language (links to it keep the
 * writing), and for sites under a path of its host its filings, where they have none of their own.
 */
const SHOWN_ELSEWHERE = [
  'name',
  'shortName',
  'position',
  'lang',
  'siteCode',
  'icpNumber',
  'policeFilingNumber',
] as const satisfies readonly (keyof Site)[];

/** 站点: opening, editing, finding. Its life cycle is `SiteLifecycle`. */
@Injectable()
export class SiteService {
  constructor(
    private readonly db: Db,
    private readonly directory: MemorySiteDirectory,
    private readonly profiles: SiteProfiles,
    private readonly opening: SiteOpening,
    private readonly rules: SiteFactRules,
    private readonly changes: SiteChanges,
  ) {}

  /**
   * 建站: site, addresses, settings, channels and first members in one transaction. When it is over
   * the directory of this process knows the site.
   */
  open(ctx: StaffCtx, order: SiteOrder): Promise<OpenedSite> {
    return this.opening.open(ctx, order);
  }

  /** 修改站点资料. Life-cycle facts and addresses are not edited here. */
  async edit(ctx: SiteCtx, changes: Partial<SiteFacts>): Promise<Site> {
    return this.db.transaction(ctx, async (ctx) => {
      const site = await this.get(ctx, { lock: 'write' });
      if (site.status === 'closed') throw siteIsClosed({ site: site.key });
      if (changes.regulation && site.kind !== 'portal') throw regulationOnPortalOnly();
      this.mustLeaveReservedFacts(ctx, site, changes);
      const facts = await this.rules.checked(ctx, changes, site.id);
      const before = { ...site };
      Object.assign(site, facts);
      await this.db.shared(ctx, Site).save(site);
      const isShownElsewhere = SHOWN_ELSEWHERE.some((fact) => site[fact] !== before[fact]);
      await this.changes.announce(ctx, ctx.site, {
        action: 'tenancy.site.edited',
        summary: `修改站点“${site.name}”的资料`,
        detail: { fields: Object.keys(facts) },
        shownBy: isShownElsewhere ? 'network' : 'site',
      });
      return site;
    });
  }

  /** What binds the site itself (its regulation, an exemption from it) is not for the site to change. */
  private mustLeaveReservedFacts(ctx: SiteCtx, site: Site, changes: Partial<SiteFacts>): void {
    if (ctx.ability.can('manage', 'Site')) return;
    const changed = RESERVED.filter(
      (field) => changes[field] !== undefined && changes[field] !== site[field],
    );
    if (changed.length > 0) throw siteFactReserved({ fields: changed });
  }

  /** The whole row of the context's site. */
  async get(ctx: SiteCtx, options: { lock?: 'write' } = {}): Promise<Site> {
    const site = await this.db.shared(ctx, Site).findOne({ id: ctx.site.id }, options);
    if (!site) throw siteMissing({ site: ctx.site.key });
    return site;
  }

  list(ctx: Ctx, filter: SiteFilter, request: PageRequest): Promise<Page<Site>> {
    const { q, kind, status, portalId, parentId, ids, readable } = filter;
    const parts: Where<Site>[] = [
      {
        ...(kind ? { kind } : {}),
        ...(status ? { status } : {}),
        ...(portalId === undefined ? {} : { portalId }),
        ...(parentId === undefined ? {} : { parentId }),
      },
    ];
    if (ids) parts.push({ id: In([...ids]) });
    if (readable) parts.push(readable);
    if (q) parts.push([{ name: containing(q) }, { key: containing(q) }, { siteCode: containing(q) }]);
    return this.db
      .shared(ctx, Site)
      .page(
        { where: allOf(...parts), order: { portalId: 'ASC', parentId: 'ASC', position: 'ASC', id: 'ASC' } },
        request,
      );
  }

  /** 站点资料 as pages show it, from memory after the first call. */
  profile(ctx: Ctx, site: SiteRef): Promise<SiteProfile> {
    return this.profiles.of(ctx, site);
  }

  /** 原域名 of a site that still lead on, from memory. */
  formerAddresses(site: SiteRef): FormerAddress[] {
    return this.directory.formerAddressesOf(site.id);
  }

  /** 站群: the portal and the visible sites below it, from memory. */
  network(portalId: number): SiteNetwork {
    const below = this.directory
      .all()
      .filter((site) => site.portalId === portalId && site.id !== portalId && VISIBLE.includes(site.status));
    const of = (kind: SiteKind): SiteRef[] => below.filter((site) => site.kind === kind);
    return {
      portal: this.directory.byId(portalId),
      departments: of('department'),
      townships: of('township'),
      units: of('unit'),
    };
  }
}
