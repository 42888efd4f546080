import type { SiteCtx } from '@zhanqun/kernel';
import type { SiteFacts } from '../facts/site-facts';
import type { Indicator, IndicatorRule, Observation } from '../indicator/indicator';
import { staleChannel, vetoWhenReached } from './freshness';

/** V-W4b 栏目不更新（其他应更新栏目）: past the channel's own declared cycle, a year at most. */
export class StaleOtherChannels implements Indicator {
  readonly code = 'V-W4b';
  readonly rhythm = 'daily';

  async check(ctx: SiteCtx, facts: SiteFacts, rule: IndicatorRule): Promise<Observation[]> {
    const stale = (await facts.channels(ctx)).flatMap((channel) => {
      const belongsHere =
        channel.updateClass === 'other' || (!channel.isTopLevel && isNoticeOrPolicy(channel.updateClass));
      return belongsHere ? staleChannel(ctx, facts, channel, channel.cycle ?? rule.window) : [];
    });
    const site = { url: facts.homeUrl(ctx), title: '其他应更新栏目不更新' };
    return [...stale, ...vetoWhenReached(stale, rule.threshold, site)];
  }
}

const isNoticeOrPolicy = (updateClass: string): boolean =>
  updateClass === 'notice' || updateClass === 'policy';
