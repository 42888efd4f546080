import { Injectable } from '@nestjs/common';
import type { SiteRef, StaffCtx } from '@zhanqun/kernel';
import { Db, isUniqueViolation } from '@zhanqun/platform';
import { filledIn, type Blueprint } from '../blueprint/blueprint';
import { Blueprints } from '../blueprint/blueprints';
import { Settings } from '../settings/settings';
import { siteRefOf } from './directory-snapshot';
import { SiteBindings, type BindingFacts } from './site-bindings';
import { SiteBirth } from './site-birth';
import { SiteFactRules } from './site-fact-rules';
import type { SiteFacts } from './site-facts';
import type { FirstMember } from './site-furnisher';
import { Site } from './site.entity';
import {
  blueprintKindWrong,
  regulationOnPortalOnly,
  siteKeyInvalid,
  siteKeyTaken,
  siteMissing,
  siteParentWrong,
} from './site.errors';

/** 建站申请: everything a new site needs, in one go. */
export interface SiteOrder extends Partial<SiteFacts> {
  readonly blueprint: string;
  readonly key: string;
  readonly name: string;
  /** Key of the site above; absent for a portal. */
  readonly parent?: string | null;
  readonly bindings?: readonly BindingFacts[];
  /** Values beside or instead of those of the blueprint. */
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly members?: readonly FirstMember[];
}

export interface OpenedSite {
  readonly site: SiteRef;
  /** What the regulation recommends but does not demand. */
  readonly advice: readonly string[];
}

const KEY = /^[a-z][a-z0-9-]{1,30}$/;

/** 建站: a site with addresses, settings, channels and members, or nothing at all. */
@Injectable()
export class SiteOpening {
  constructor(
    private readonly db: Db,
    private readonly blueprints: Blueprints,
    private readonly rules: SiteFactRules,
    private readonly bindings: SiteBindings,
    private readonly settings: Settings,
    private readonly birth: SiteBirth,
  ) {}

  async open(ctx: StaffCtx, order: SiteOrder): Promise<OpenedSite> {
    if (!KEY.test(order.key)) throw siteKeyInvalid({ key: order.key });
    const blueprint = this.blueprints.get(order.blueprint);
    return this.db.transaction(ctx, async (ctx) => {
      const parent = await this.parentOf(ctx, order, blueprint);
      const facts = await this.rules.checked(ctx, order, null);
      const shortName = facts.shortName || order.name;
      const filled = filledIn(blueprint, shortName);
      const { bindings, advice } = await this.bindings.check(
        ctx,
        {
          id: null,
          kind: blueprint.siteKind,
          ancestorIds: parent ? [parent.id, parent.portalId] : [],
          exemptionDocument: facts.exemptionDocument ?? '',
          regulation: await this.regulationAbove(ctx, parent, facts.regulation ?? null),
        },
        order.bindings ?? [],
      );

      const row = await this.insert(ctx, { ...facts, shortName }, order.key, filled, parent);
      const stored = await this.bindings.store(ctx, row.id, bindings);
      const site = siteRefOf(row, stored);
      await this.settings.furnish(ctx, row.id, { ...filled.settings, ...order.settings });
      await this.birth.furnishAndAnnounce(ctx, site, filled, order.members ?? []);
      return { site, advice };
    });
  }

  private async parentOf(
    ctx: StaffCtx,
    order: SiteOrder,
    { siteKind, code }: Blueprint,
  ): Promise<Site | null> {
    if (order.regulation && siteKind !== 'portal') throw regulationOnPortalOnly();
    if (!order.parent) {
      if (siteKind !== 'portal') throw siteParentWrong({ kind: siteKind, parent: null });
      return null;
    }
    const parent = await this.db.shared(ctx, Site).findOne({ key: order.parent });
    if (!parent) throw siteMissing({ site: order.parent });
    const isBelowPortal = parent.kind === 'portal' && siteKind !== 'portal';
    const isUnit = siteKind === 'unit' && parent.kind !== 'unit';
    if (!isBelowPortal && !isUnit) throw siteParentWrong({ kind: siteKind, parent: parent.kind });
    if (parent.status === 'closed') throw blueprintKindWrong({ blueprint: code, kind: siteKind });
    return parent;
  }

  private async regulationAbove(
    ctx: StaffCtx,
    parent: Site | null,
    own: string | null,
  ): Promise<string | null> {
    if (!parent) return own;
    if (parent.kind === 'portal') return parent.regulation;
    return (await this.db.shared(ctx, Site).findOne({ id: parent.portalId }))?.regulation ?? null;
  }

  private async insert(
    ctx: StaffCtx,
    facts: Partial<SiteFacts>,
    key: string,
    { code, siteKind, theme }: Blueprint,
    parent: Site | null,
  ): Promise<Site> {
    const rows = this.db.shared(ctx, Site);
    const row = rows.build({
      keywords: [],
      themeName: theme,
      ...facts,
      key,
      kind: siteKind,
      blueprint: code,
      parentId: parent?.id ?? null,
      portalId: parent?.portalId ?? 0,
      deregistrations: {},
    });
    try {
      await rows.save(row);
    } catch (error) {
      if (isUniqueViolation(error)) throw siteKeyTaken({ key });
      throw error;
    }
    if (!parent) {
      row.portalId = row.id;
      await rows.updateWhere({ id: row.id }, { portalId: row.id });
    }
    return row;
  }
}
