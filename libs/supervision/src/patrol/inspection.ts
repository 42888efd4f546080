import { Injectable, Logger } from '@nestjs/common';
import type { SiteCtx } from '@zhanqun/kernel';
import { IndicatorRules } from '../facts/indicator-rules';
import { SiteFacts } from '../facts/site-facts';
import { FindingLedger } from '../finding/finding-ledger';
import type { Indicator } from '../indicator/indicator';
import { indicators } from '../indicators';

export interface InspectionResult {
  readonly standing: number;
  readonly appeared: number;
  readonly cleared: number;
  readonly failures: readonly { readonly indicator: string; readonly message: string }[];
}

/** 检查一个站点: measures indicators with that site's own context and enters what they see. */
@Injectable()
export class Inspection {
  private readonly log = new Logger('Patrol');

  constructor(
    private readonly facts: SiteFacts,
    private readonly rules: IndicatorRules,
    private readonly ledger: FindingLedger,
  ) {}

  /**
   * Measures all indicators, or only those named. An indicator that cannot be measured leaves its
   * findings as they were and is named in `failures`; the others go on.
   */
  async inspect(ctx: SiteCtx, only?: readonly string[]): Promise<InspectionResult> {
    const total = { standing: 0, appeared: 0, cleared: 0 };
    const failures: { indicator: string; message: string }[] = [];
    for (const indicator of indicators) {
      if (only && !only.includes(indicator.code)) continue;
      try {
        const change = await this.measure(ctx, indicator);
        total.standing += change.standing;
        total.appeared += change.appeared;
        total.cleared += change.cleared;
      } catch (error) {
        this.log.error(`${ctx.traceId} ${ctx.site.key} ${indicator.code} ${String(error)}`);
        failures.push({ indicator: indicator.code, message: '此项未能检查，已保留上次结果；详情见运行日志' });
      }
    }
    return { ...total, failures };
  }

  private async measure(
    ctx: SiteCtx,
    indicator: Indicator,
  ): Promise<{ standing: number; appeared: number; cleared: number }> {
    const rule = this.rules.find(ctx.site, indicator.code);
    if (!rule?.enabled) return { standing: 0, appeared: 0, cleared: 0 };
    return this.ledger.enter(ctx, rule, await indicator.check(ctx, this.facts, rule));
  }
}
