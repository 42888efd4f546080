import { Body, Controller, Delete, Get, HttpCode, Param, Put } from '@nestjs/common';
import type { StaffCtx } from '@zhanqun/kernel';
import { Caller, InheritedRoutesRequire, Requires } from '@zhanqun/platform';
import { SetRuleDto } from './lists.dto';
import { RuleView, toRuleView } from './lists.view';
import { RuleDesk } from './rule-desk';

/** 本站检查规则. */
@Controller('sites/:site/check-rules')
export class SiteRulesController {
  constructor(private readonly rules: RuleDesk) {}

  @Get()
  @Requires('use', 'Desk')
  async list(@Caller() ctx: StaffCtx): Promise<RuleView[]> {
    return (await this.rules.list(ctx)).map((rule) => toRuleView(rule, ctx.site));
  }

  @Put(':rule')
  @HttpCode(204)
  @Requires('update', 'SiteSettings')
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
  @Requires('update', 'SiteSettings')
  async clear(@Caller() ctx: StaffCtx, @Param('rule') rule: string): Promise<void> {
    await this.rules.clear(ctx, rule);
  }
}

/** 平台检查规则: defaults and locks for every site. */
@Controller('check-rules')
@InheritedRoutesRequire('manage', 'SiteSettings')
export class PlatformRulesController extends SiteRulesController {}
