import type { SiteCtx } from '@zhanqun/kernel';
import type { SiteFacts } from '../facts/site-facts';
import type { Indicator, IndicatorRule, Observation } from '../indicator/indicator';
import { vetoWhenReached } from './freshness';

/** V-W4c 空白栏目: visible, with nothing published in it or below it. */
export class EmptyChannels implements Indicator {
  readonly code = 'V-W4c';
  readonly rhythm = 'daily';

  async check(ctx: SiteCtx, facts: SiteFacts, rule: IndicatorRule): Promise<Observation[]> {
    const empty = (await facts.channels(ctx))
      .filter((channel) => channel.isMeasured && channel.publishedCount === 0)
      .map((channel): Observation => ({
        subject: `channel:${channel.id}`,
        title: `栏目“${channel.name}”是空白栏目`,
        severity: 'warning',
        url: channel.url,
        evidence: [
          { label: '栏目', value: channel.name },
          { label: '已发布信息', value: '0 条' },
        ],
      }));
    const site = { url: facts.homeUrl(ctx), title: '空白栏目' };
    return [...empty, ...vetoWhenReached(empty, rule.threshold, site)];
  }
}
