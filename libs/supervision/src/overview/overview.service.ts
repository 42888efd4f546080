import { Injectable } from '@nestjs/common';
import { canDo, shanghaiDay, type EditorCtx, type SiteRef } from '@zhanqun/kernel';
import { allOf, Db, In, SiteDirectory, readable } from '@zhanqun/platform';
import { Regulations } from '@zhanqun/tenancy';
import { Finding } from '../finding/finding.entity';
import { OWNERS_TURN, RUNNING } from '../rectification/rectification-state';
import { Rectification } from '../rectification/rectification.entity';
import { latestVisits } from './latest-visits.sql';

/** red 有否决项或逾期 · amber 有问题 · green 正常 · grey 尚未巡检. */
export type SiteLight = 'red' | 'amber' | 'green' | 'grey';

export interface SiteOverview {
  readonly site: SiteRef;
  readonly light: SiteLight;
  readonly vetoes: number;
  readonly deductions: number;
  readonly warnings: number;
  readonly running: number;
  readonly overdue: number;
  /** The nearest deadline of a running rectification. */
  readonly nextDueOn: string | null;
  /** Working days to it; negative when it has passed. */
  readonly workingDaysLeft: number | null;
  readonly visitedAt: Date | null;
}

/** 监管总览: every site the person may see, with its light, findings and due dates. */
@Injectable()
export class OverviewService {
  constructor(
    private readonly db: Db,
    private readonly directory: SiteDirectory,
    private readonly regulations: Regulations,
  ) {}

  async overview(ctx: EditorCtx): Promise<SiteOverview[]> {
    const sites = this.visibleSites(ctx);
    const ids = In(sites.map(({ id }) => id));
    const findings = await this.db.shared(ctx, Finding).select(['aboutSiteId', 'severity'], {
      where: allOf<Finding>({ aboutSiteId: ids, state: In(['open', 'dispatched']) }, readable(ctx, Finding)),
    });
    const rectifications = await this.db
      .shared(ctx, Rectification)
      .select(['aboutSiteId', 'state', 'dueOn'], {
        where: allOf<Rectification>({ aboutSiteId: ids, state: In(RUNNING) }, readable(ctx, Rectification)),
      });
    const visits = await latestVisits(
      this.db,
      ctx,
      sites.map(({ id }) => id),
    );
    return sites.map((site) =>
      this.judge(ctx, site, {
        findings: findings.filter(({ aboutSiteId }) => aboutSiteId === site.id),
        rectifications: rectifications.filter(({ aboutSiteId }) => aboutSiteId === site.id),
        visitedAt: visits.get(site.id) ?? null,
      }),
    );
  }

  /** Supervisors see their network; everybody else only the site they stand at. */
  private visibleSites(ctx: EditorCtx): readonly SiteRef[] {
    if (!isSupervisor(ctx)) return [ctx.site];
    return this.directory
      .all()
      .filter(({ portalId, status }) => portalId === ctx.site.portalId && status !== 'closed');
  }

  private judge(
    ctx: EditorCtx,
    site: SiteRef,
    seen: {
      findings: readonly Pick<Finding, 'severity'>[];
      rectifications: readonly Pick<Rectification, 'state' | 'dueOn'>[];
      visitedAt: Date | null;
    },
  ): SiteOverview {
    const today = shanghaiDay(ctx.now);
    const count = (severity: string): number =>
      seen.findings.filter((found) => found.severity === severity).length;
    const waiting = seen.rectifications
      .filter(({ state }) => OWNERS_TURN.includes(state))
      .map(({ dueOn }) => dueOn);
    const nextDueOn = waiting.toSorted()[0] ?? null;
    const overdue = waiting.filter((dueOn) => dueOn < today).length;
    const { calendar } = this.regulations.for(site);
    return {
      site,
      light: lightOf(count('veto'), overdue, seen.findings.length, seen.visitedAt),
      vetoes: count('veto'),
      deductions: count('deduction'),
      warnings: count('warning'),
      running: seen.rectifications.length,
      overdue,
      nextDueOn,
      workingDaysLeft: nextDueOn === null ? null : calendar.workingDaysBetween(today, nextDueOn),
      visitedAt: seen.visitedAt,
    };
  }
}

/** A rule with the network's id: only the supervisor's role has one. */
export function isSupervisor(ctx: EditorCtx): boolean {
  return canDo(ctx, 'dispatch', Object.assign(new Finding(), { portalId: ctx.site.portalId }));
}

export function lightOf(
  vetoes: number,
  overdue: number,
  findings: number,
  visitedAt: Date | null,
): SiteLight {
  if (vetoes > 0 || overdue > 0) return 'red';
  if (findings > 0) return 'amber';
  return visitedAt ? 'green' : 'grey';
}
