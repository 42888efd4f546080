import { shanghaiMinute, type SiteCtx } from '@zhanqun/kernel';
import type { SiteFacts } from '../facts/site-facts';
import type { Indicator, IndicatorRule, Observation } from '../indicator/indicator';
import { periodLabel } from '@zhanqun/tenancy';
import { freshUntil, isStale } from './freshness';

/** V-W3 首页不更新: nothing new on the home page within the window. */
export class HomepageStale implements Indicator {
  readonly code = 'V-W3';
  readonly rhythm = 'daily';

  async check(ctx: SiteCtx, facts: SiteFacts, rule: IndicatorRule): Promise<Observation[]> {
    const window = rule.window ?? { count: 14, unit: 'days' };
    const newest = await facts.homeNewest(ctx);
    if (!isStale(ctx, facts, newest, window)) return [];
    return [
      {
        subject: 'site',
        title: `首页超过 ${periodLabel(window)} 没有新增信息`,
        severity: 'veto',
        url: facts.homeUrl(ctx),
        evidence: [
          { label: '首页最新信息', value: newest ? shanghaiMinute(newest) : '首页没有带发布时间的信息' },
          ...(newest ? [{ label: '应更新日期', value: freshUntil(ctx, facts, newest, window) }] : []),
          { label: '监测时间点', value: shanghaiMinute(ctx.now) },
        ],
      },
    ];
  }
}
