import { shanghaiMinute, type SiteCtx } from '@zhanqun/kernel';
import type { SiteFacts } from '../facts/site-facts';
import type { Indicator, IndicatorRule, Observation } from '../indicator/indicator';

/** U-2 要求转载的信息逾期未转载: a document that must be carried and was never live here when its day was over. */
export class OwedCarryings implements Indicator {
  readonly code = 'U-2';
  readonly rhythm = 'daily';

  async check(ctx: SiteCtx, facts: SiteFacts, _rule: IndicatorRule): Promise<Observation[]> {
    return (await facts.owedCarryings(ctx)).map((owed) => ({
      subject: `delivery:${owed.id}`,
      title: `要求转载的“${owed.title}”逾期未转载`,
      severity: 'deduction',
      url: owed.url,
      evidence: [
        { label: '推送时间', value: shanghaiMinute(owed.sentAt) },
        { label: '转载期限', value: owed.dueOn },
        { label: '办理情况', value: owed.isAccepted ? '已签收，尚未发布' : '未签收' },
        { label: '监测时间点', value: shanghaiMinute(ctx.now) },
      ],
    }));
  }
}
