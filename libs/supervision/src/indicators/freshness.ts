import { shanghaiDay, shanghaiMinute, type SiteCtx } from '@zhanqun/kernel';
import { dueAfter, periodLabel, type Period } from '@zhanqun/tenancy';
import type { ChannelFacts, SiteFacts } from '../facts/site-facts';
import type { Observation } from '../indicator/indicator';

/**
 * The last day on which something published at `newest` still counts as fresh. Windows count whole
 * days, working days or calendar months clamped to the month's end (国办秘函〔2019〕19号, 监测时间点).
 */
export function freshUntil(ctx: SiteCtx, facts: SiteFacts, newest: Date, cycle: Period): string {
  return shanghaiDay(dueAfter(newest, cycle, facts.calendar(ctx)));
}

/** An item without a publication time counts as not updated. */
export function isStale(ctx: SiteCtx, facts: SiteFacts, newest: Date | null, cycle: Period): boolean {
  return newest === null || shanghaiDay(ctx.now) > freshUntil(ctx, facts, newest, cycle);
}

const lastUpdate = (newest: Date | null): string => (newest ? shanghaiMinute(newest) : '从未更新');

/** The channel as a finding of its own when its cycle has run out; it counts towards the site's veto. */
export function staleChannel(
  ctx: SiteCtx,
  facts: SiteFacts,
  channel: ChannelFacts,
  cycle: Period | null,
): Observation[] {
  const newest = channel.newestPublishedAt;
  if (!cycle || !channel.isMeasured || channel.publishedCount === 0 || !isStale(ctx, facts, newest, cycle))
    return [];
  return [
    {
      subject: `channel:${channel.id}`,
      title: `栏目“${channel.name}”超过 ${periodLabel(cycle)} 未更新`,
      severity: 'warning',
      url: channel.url,
      evidence: [
        { label: '栏目', value: channel.name },
        { label: '最近更新', value: lastUpdate(newest) },
        { label: '更新周期', value: periodLabel(cycle) },
        ...(newest ? [{ label: '应更新日期', value: freshUntil(ctx, facts, newest, cycle) }] : []),
      ],
    },
  ];
}

/** The veto itself, once as many channels as the rule says are at fault. */
export function vetoWhenReached(
  faults: readonly Observation[],
  threshold: number,
  site: { url: string; title: string },
): Observation[] {
  if (faults.length < threshold) return [];
  return [
    {
      subject: 'site',
      title: `${site.title}达到 ${faults.length} 个（${threshold} 个即单项否决）`,
      severity: 'veto',
      url: site.url,
      evidence: faults.map(({ title, url }) => ({ label: title, value: url })),
    },
  ];
}
