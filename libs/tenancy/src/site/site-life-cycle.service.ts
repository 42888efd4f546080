import { Injectable } from '@nestjs/common';
import {
  addDays,
  addMonths,
  endOfDay,
  isDay,
  shanghaiDay,
  startOfDay,
  type EditorCtx,
  type SiteRef,
} from '@zhanqun/kernel';
import { Between, Db, Not } from '@zhanqun/platform';
import { citation, type EffectiveRegulation } from '../regulation/effective-regulation';
import { Regulations } from '../regulation/regulations';
import { lifeCycle, type SiteMove } from './life-cycle';
import { MemorySiteDirectory } from './memory-site-directory';
import { SiteBinding } from './site-binding.entity';
import { SiteChanges } from './site-changes';
import { SiteFurnishers } from './site-furnisher';
import { hostOwner } from './site-profiles';
import { SiteStatusChange } from './site-status-change.entity';
import { DEREGISTRATIONS, Site, type Deregistration } from './site.entity';
import {
  closingDestinationMissing,
  closingNoticeRunning,
  closingUnderWay,
  deregistrationDayWrong,
  liveSitesBelow,
  MOVE_NAMES,
  notDeregistered,
  notReadyForOnline,
  siteMissing,
  siteMoveRefused,
  suspendedEnough,
  suspendReasonMissing,
  suspendUntilWrong,
} from './site.errors';

export const DEREGISTRATION_NAMES: Readonly<Record<Deregistration, string>> = {
  icp: 'ICP备案',
  mark: '党政机关网站标识',
  police: '公安备案',
  domain: '域名',
};

interface Step {
  readonly reason?: string;
  readonly facts?: Readonly<Record<string, unknown>>;
  /** Raises what speaks against the move; may change the row's dates. */
  readonly prepare?: (ctx: EditorCtx, site: Site) => Promise<void> | void;
}

/** 站点生命周期: every move with its conditions. Figures come from the regulation of the portal. */
@Injectable()
export class SiteLifecycle {
  constructor(
    private readonly db: Db,
    private readonly directory: MemorySiteDirectory,
    private readonly regulations: Regulations,
    private readonly furnishers: SiteFurnishers,
    private readonly changes: SiteChanges,
  ) {}

  /** 上线. Raises `tenancy.site.notReady` with everything that is lacking at once. */
  goOnline(ctx: EditorCtx): Promise<Site> {
    return this.move(ctx, 'goOnline', {
      prepare: async (ctx, site) => {
        const missing = await this.missingForOnline(ctx, site);
        if (missing.length > 0) throw notReadyForOnline({ missing });
        site.openedOn ??= shanghaiDay(ctx.now);
      },
    });
  }

  /** What is still lacking before the site may go online; empty when nothing is. */
  async missingForOnline(ctx: EditorCtx, site: Site): Promise<string[]> {
    const filings = await this.filingsOf(ctx, site);
    const facts: readonly (readonly [unknown, string])[] = [
      [filings.siteCode, '网站标识码'],
      [filings.icpNumber, 'ICP备案号'],
      [filings.policeFilingNumber, '公安备案号'],
      [site.sponsorId, '主办单位'],
      [await this.canonicalBinding(ctx, site.id), '域名（主地址）'],
    ];
    const own = facts.filter(([value]) => !value).map(([, name]) => name);
    return [...own, ...(await this.furnishers.missing(ctx))];
  }

  /** 临时下线 until a day, within the limits of the regulation. */
  suspend(ctx: EditorCtx, { reason, until }: { reason: string; until: string }): Promise<Site> {
    return this.move(ctx, 'suspend', {
      reason,
      facts: { until },
      prepare: async (ctx, site) => {
        if (reason.trim() === '') throw suspendReasonMissing();
        const { suspendMaxDays, suspendMaxPerYear } = this.regulations.for(ctx.site).lifeCycle;
        const today = shanghaiDay(ctx.now);
        const latest = addDays(today, suspendMaxDays.value);
        if (!isDay(until) || until <= today || until > latest) {
          const basis = citation(suspendMaxDays.basis);
          throw suspendUntilWrong({ until, latest, days: suspendMaxDays.value, basis });
        }
        const times = await this.suspensionsIn(ctx, site.id, today.slice(0, 4));
        if (times >= suspendMaxPerYear.value) {
          throw suspendedEnough({
            year: Number(today.slice(0, 4)),
            times,
            basis: citation(suspendMaxPerYear.basis),
          });
        }
        site.suspendedUntil = until;
      },
    });
  }

  /** 恢复上线. */
  resume(ctx: EditorCtx): Promise<Site> {
    return this.move(ctx, 'resume', { prepare: (_, site) => void (site.suspendedUntil = null) });
  }

  /** 关停公示: the notice starts today and names where the content goes. The site stays in service. */
  announceClosing(
    ctx: EditorCtx,
    { reason, destination }: { reason: string; destination: string },
  ): Promise<Site> {
    return this.move(ctx, 'announceClosing', {
      reason,
      facts: { destination },
      prepare: async (ctx, site) => {
        if (destination.trim() === '' || reason.trim() === '') throw closingDestinationMissing();
        await this.mustStandAlone(ctx, site);
        site.closingNoticeOn = shanghaiDay(ctx.now);
        site.closingDestination = destination.trim();
      },
    });
  }

  /** 撤回关停, as long as nothing has been deregistered. */
  withdrawClosing(ctx: EditorCtx, { reason = '' }: { reason?: string } = {}): Promise<Site> {
    return this.move(ctx, 'withdrawClosing', {
      reason,
      prepare: (_, site) => {
        if (Object.keys(site.deregistrations).length > 0) throw closingUnderWay();
        site.closingNoticeOn = null;
        site.closingDestination = '';
      },
    });
  }

  /** 登记注销: one of the four, done after the notice has run its month. */
  async recordDeregistration(
    ctx: EditorCtx,
    { item, doneOn, reference }: { item: Deregistration; doneOn: string; reference: string },
  ): Promise<Site> {
    return this.db.transaction(ctx, async (ctx) => {
      const site = await this.locked(ctx);
      const move = 'recordDeregistration';
      if (site.status !== 'closing') throw siteMoveRefused({ move, state: site.status });
      const noticeEnd = this.noticeOver(ctx, site);
      if (!isDay(doneOn) || doneOn < noticeEnd || doneOn > shanghaiDay(ctx.now))
        throw deregistrationDayWrong({ doneOn });
      site.deregistrations = {
        ...site.deregistrations,
        [item]: { doneOn, reference, byId: ctx.actor.accountId },
      };
      await this.db.shared(ctx, Site).save(site);
      await this.record(ctx, site, move, { from: site.status, facts: { item, doneOn, reference } });
      await this.changes.announce(ctx, ctx.site, {
        action: 'tenancy.site.deregistered',
        summary: `登记“${site.name}”的${DEREGISTRATION_NAMES[item]}注销`,
        detail: { item, doneOn, reference },
        shownBy: 'none',
      });
      return site;
    });
  }

  /** 关停: final. Refused before the notice is over or while something is not deregistered. */
  close(ctx: EditorCtx): Promise<Site> {
    return this.move(ctx, 'close', {
      prepare: async (ctx, site) => {
        this.noticeOver(ctx, site);
        await this.mustStandAlone(ctx, site);
        const missing = this.deregistrationsOf(ctx.site).filter((item) => !site.deregistrations[item]);
        if (missing.length > 0) {
          throw notDeregistered({ missing: missing.map((item) => DEREGISTRATION_NAMES[item]) });
        }
        site.closedOn = shanghaiDay(ctx.now);
      },
    });
  }

  /** First day on which a closing site may be deregistered and closed. */
  closingNoticeEnds(site: Pick<Site, 'closingNoticeOn'>, regulation: EffectiveRegulation): string | null {
    const months = regulation.lifeCycle.closingNoticeMonths.value;
    return site.closingNoticeOn ? addMonths(site.closingNoticeOn, months) : null;
  }

  /** What this site has to hand back before it may close; a site under another's host has nothing of its own. */
  deregistrationsOf(site: SiteRef): readonly Deregistration[] {
    return hostOwner(this.directory, site) ? [] : DEREGISTRATIONS;
  }

  /** 变更记录, newest first. */
  history(ctx: EditorCtx): Promise<SiteStatusChange[]> {
    return this.db
      .shared(ctx, SiteStatusChange)
      .find({ where: { ofSiteId: ctx.site.id }, order: { createdAt: 'DESC', id: 'DESC' }, take: 200 });
  }

  private async move(
    ctx: EditorCtx,
    move: SiteMove,
    { reason = '', facts = {}, prepare }: Step,
  ): Promise<Site> {
    return this.db.transaction(ctx, async (ctx) => {
      const site = await this.locked(ctx);
      const from = site.status;
      const next = lifeCycle.next(move, from);
      await prepare?.(ctx, site);
      site.status = next;
      await this.db.shared(ctx, Site).save(site);
      await this.record(ctx, site, move, { from, reason: reason.trim(), facts });
      await this.changes.announce(ctx, ctx.site, {
        action: `tenancy.site.${move}`,
        summary: `站点“${site.name}”${MOVE_NAMES[move] ?? move}`,
        detail: { from, to: site.status, reason, ...facts },
        shownBy: 'network',
      });
      return site;
    });
  }

  private async locked(ctx: EditorCtx): Promise<Site> {
    const site = await this.db.shared(ctx, Site).findOne({ id: ctx.site.id }, { lock: 'write' });
    if (!site) throw siteMissing({ site: ctx.site.key });
    return site;
  }

  /** The row whose filings count: its own, or that of the site whose host it lives under. */
  private async filingsOf(ctx: EditorCtx, site: Site): Promise<Site> {
    const owner = hostOwner(this.directory, ctx.site);
    return (owner && (await this.db.shared(ctx, Site).findOne({ id: owner.id }))) ?? site;
  }

  private canonicalBinding(ctx: EditorCtx, siteId: number): Promise<SiteBinding | null> {
    return this.db.shared(ctx, SiteBinding).findOne({ ofSiteId: siteId, isCanonical: true });
  }

  private suspensionsIn(ctx: EditorCtx, siteId: number, year: string): Promise<number> {
    const createdAt = Between(startOfDay(`${year}-01-01`), endOfDay(`${year}-12-31`));
    return this.db.shared(ctx, SiteStatusChange).count({ ofSiteId: siteId, move: 'suspend', createdAt });
  }

  private noticeOver(ctx: EditorCtx, site: Site): string {
    const { closingNoticeMonths } = this.regulations.for(ctx.site).lifeCycle;
    const until = addMonths(site.closingNoticeOn ?? shanghaiDay(ctx.now), closingNoticeMonths.value);
    if (shanghaiDay(ctx.now) < until) {
      const { value: months, basis } = closingNoticeMonths;
      throw closingNoticeRunning({ until, months, basis: citation(basis) });
    }
    return until;
  }

  /** A site with others below it cannot go: they would hang in the air. */
  private async mustStandAlone(ctx: EditorCtx, site: Site): Promise<void> {
    const where = { parentId: site.id, status: Not('closed' as const) };
    const below = await this.db.shared(ctx, Site).select(['name'], { where, take: 5 });
    if (below.length > 0) throw liveSitesBelow({ sites: below.map(({ name }) => name) });
  }

  private async record(
    ctx: EditorCtx,
    site: Site,
    move: string,
    {
      from,
      reason = '',
      facts = {},
    }: { from: Site['status']; reason?: string; facts?: Record<string, unknown> },
  ): Promise<void> {
    const rows = this.db.shared(ctx, SiteStatusChange);
    await rows.save(
      rows.build({
        ofSiteId: site.id,
        move,
        fromStatus: from,
        toStatus: site.status,
        reason,
        facts,
        byId: ctx.actor.accountId,
        byName: ctx.actor.name,
      }),
    );
  }
}
