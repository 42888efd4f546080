import { Injectable } from '@nestjs/common';
import { atSite, canDo, type EditorCtx, type SiteRef } from '@zhanqun/kernel';
import { SiteDirectory } from '@zhanqun/platform';
import { checkedDays, type Days } from '../days';
import { networkForSupervisors } from '../statistics.errors';
import type { WorkFact, WorkGroup } from './work-fact';
import { WorkFacts } from './work-facts';
import { WorkLabels } from './work-labels';
import { summarise, totalOf, type WorkAmounts } from './work-summary';

export interface WorkQuestion extends Days {
  readonly by: WorkGroup;
  /** `network`: all sites of the portal, for its supervisors only. */
  readonly scope: 'site' | 'network';
}

export interface WorkLine {
  readonly key: string;
  readonly label: string;
  readonly amounts: WorkAmounts;
}

export interface WorkReport {
  readonly lines: readonly WorkLine[];
  readonly total: WorkAmounts;
}

/** 工作量统计: what was written, reviewed, sent back, adopted and read, by person, organisation, channel, site or time. */
@Injectable()
export class WorkStatistics {
  constructor(
    private readonly facts: WorkFacts,
    private readonly labels: WorkLabels,
    private readonly directory: SiteDirectory,
  ) {}

  /** Raises `statistics.network.forbidden` when the whole network is asked for by others than its supervisors. */
  async report(ctx: EditorCtx, question: WorkQuestion): Promise<WorkReport> {
    const days = checkedDays(question);
    const facts: WorkFact[] = [];
    for (const site of this.sitesOf(ctx, question.scope))
      facts.push(...(await this.facts.of(atSite(ctx, site), days)));
    return this.reportOf(ctx, facts, question.by);
  }

  /** 我的工作量, month by month, at this site. */
  async mine(ctx: EditorCtx, days: Days): Promise<WorkReport> {
    const facts = await this.facts.of(ctx, checkedDays(days));
    return this.reportOf(
      ctx,
      facts.filter(({ personId }) => personId === ctx.actor.accountId),
      'month',
    );
  }

  private async reportOf(ctx: EditorCtx, facts: readonly WorkFact[], by: WorkGroup): Promise<WorkReport> {
    const labels = await this.labels.of(ctx, facts, by);
    const rows = summarise(facts, labels.keyOf);
    const lines = rows.map((row) => ({ ...row, label: labels.labelOf(row.key) }));
    return { lines: lines.toSorted(by === 'month' || by === 'day' ? byTime : byWork), total: totalOf(rows) };
  }

  private sitesOf(ctx: EditorCtx, scope: 'site' | 'network'): readonly SiteRef[] {
    if (scope === 'site') return [ctx.site];
    if (ctx.site.kind !== 'portal' || !canDo(ctx, 'compare', 'Statistics')) throw networkForSupervisors();
    return this.directory.all().filter(({ portalId }) => portalId === ctx.site.id);
  }
}

const byTime = (left: WorkLine, right: WorkLine): number => left.key.localeCompare(right.key);

const byWork = ({ amounts: left }: WorkLine, { amounts: right }: WorkLine): number =>
  right.published - left.published || right.reviewed - left.reviewed || right.written - left.written;
