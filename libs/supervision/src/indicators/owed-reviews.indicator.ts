import { shanghaiMinute, type SiteCtx } from '@zhanqun/kernel';
import type { SiteFacts } from '../facts/site-facts';
import type { Indicator, IndicatorRule, Observation } from '../indicator/indicator';

/** U-1 应急发布未按时补审: a text that went live before its review and whose review is still owed after its day. */
export class OwedReviews implements Indicator {
  readonly code = 'U-1';
  readonly rhythm = 'hourly';

  async check(ctx: SiteCtx, facts: SiteFacts, _rule: IndicatorRule): Promise<Observation[]> {
    return (await facts.owedReviews(ctx)).map((owed) => ({
      subject: `emergency:${owed.id}`,
      title: `应急发布的“${owed.title}”逾期未补审`,
      severity: 'deduction',
      url: owed.url,
      evidence: [
        { label: '应急发布时间', value: shanghaiMinute(owed.publishedAt) },
        { label: '办理人', value: owed.publishedBy },
        { label: '应急理由', value: owed.reason },
        { label: '补审期限', value: shanghaiMinute(owed.dueAt) },
        { label: '监测时间点', value: shanghaiMinute(ctx.now) },
      ],
    }));
  }
}
