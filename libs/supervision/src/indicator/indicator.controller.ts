import { Controller, Get } from '@nestjs/common';
import type { EditorCtx } from '@zhanqun/kernel';
import { Editor, Requires } from '@zhanqun/platform';
import { citation, periodLabel, Regulations } from '@zhanqun/tenancy';
import { indicators } from '../indicators';
import { IndicatorView } from './indicator.dto';

/** 检查指标 in force at the site, with figures and sources. */
@Controller('sites/:site/supervision/indicators')
export class IndicatorController {
  constructor(private readonly regulations: Regulations) {}

  @Get()
  @Requires('read', 'Finding')
  list(@Editor() ctx: EditorCtx): IndicatorView[] {
    const measured = new Set(indicators.map(({ code }) => code));
    return this.regulations.for(ctx.site).indicators.map((rule) => ({
      code: rule.id,
      name: rule.name,
      part: rule.part,
      ruleText: rule.ruleText,
      source: citation(rule.basis),
      status: rule.basis.status,
      window: rule.window ? periodLabel(rule.window) : null,
      threshold: rule.threshold,
      points: rule.points,
      isEnabled: rule.enabled,
      isAutomatic: measured.has(rule.id),
    }));
  }
}
