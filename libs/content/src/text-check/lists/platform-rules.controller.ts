import { Body, Controller, Delete, Get, HttpCode, Param, Put } from '@nestjs/common';
import type { StaffCtx } from '@zhanqun/kernel';
import { Caller, Requires } from '@zhanqun/platform';
import { SetRuleDto } from './lists.dto';
import { RuleView, toRuleView } from './lists.view';
import { RuleDesk } from './rule-desk';

/** 平台检查规则: defaults and locks for every site. */
@Controller('check-rules')
export class PlatformRulesController {
  constructor(private readonly rules: RuleDesk) {}

  @Get()
  @Requires('manage', 'SiteSettings')
  async list(@Caller() ctx: StaffCtx): Promise<RuleView[]> {
    return (await this.rules.list(ctx)).map((rule) => toRuleView(rule, ctx.site));
  }

  @Put(':rule')
  @HttpCode(204)
  @Requires('manage', 'SiteSettings')
  async set(
    @Caller() ctx: StaffCtx,
    @Param('rule') rule: string,
    @Body() { level, isLocked = false }: SetRuleDto,
  ): Promise<void> {
    await this.rules.set(ctx, rule, level, isLocked);
  }

  /** Back to what the places above say. */
  @Delete(':rule')
  @HttpCode(204)
  @Requires('manage', 'SiteSettings')
  async clear(@Caller() ctx: StaffCtx, @Param('rule') rule: string): Promise<void> {
    await this.rules.clear(ctx, rule);
  }
}
