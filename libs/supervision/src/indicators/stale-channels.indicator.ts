import type { SiteCtx } from '@zhanqun/kernel';
import type { ChannelFacts, SiteFacts } from '../facts/site-facts';
import type { Indicator, IndicatorRule, Observation } from '../indicator/indicator';
import type { Period } from '@zhanqun/tenancy';
import { staleChannel, vetoWhenReached } from './freshness';

/**
 * V-W4a 栏目不更新（动态、通知、政策）: news channels without anything in the window plus first-level
 * notice and policy channels without anything in half a year. A local regulation's shorter cycle wins.
 */
export class StaleChannels implements Indicator {
  readonly code = 'V-W4a';
  readonly rhythm = 'daily';

  async check(ctx: SiteCtx, facts: SiteFacts, rule: IndicatorRule): Promise<Observation[]> {
    const stale = (await facts.channels(ctx)).flatMap((channel) =>
      staleChannel(ctx, facts, channel, cycleOf(channel, rule)),
    );
    const site = { url: facts.homeUrl(ctx), title: '动态、通知、政策类栏目不更新' };
    return [...stale, ...vetoWhenReached(stale, rule.threshold, site)];
  }
}

const months = (count = 6): Period => ({ count, unit: 'months' });

function cycleOf(channel: ChannelFacts, rule: IndicatorRule): Period | null {
  switch (channel.updateClass) {
    case 'news':
      return channel.cycle ?? rule.window;
    case 'notice':
      return channel.isTopLevel ? (channel.cycle ?? months(rule.parameters.noticeMonths)) : null;
    case 'policy':
      return channel.isTopLevel ? (channel.cycle ?? months(rule.parameters.policyMonths)) : null;
    case 'other':
    case 'static':
      return null;
  }
}
