import { Controller, Get, Param } from '@nestjs/common';
import { shanghaiDay, type StaffCtx } from '@zhanqun/kernel';
import { Caller, Requires } from '@zhanqun/platform';
import { RegulationLineView, RegulationView, toRegulationLineView, toRegulationView } from './regulation.dto';
import { Regulations } from './regulations';

/** 规定. */
@Controller('regulations')
export class RegulationController {
  constructor(private readonly regulations: Regulations) {}

  @Get()
  @Requires('read', 'Regulation')
  list(@Caller() ctx: StaffCtx): RegulationLineView[] {
    const today = shanghaiDay(ctx.now);
    return this.regulations.list().map((regulation) => toRegulationLineView(regulation, today));
  }

  @Get(':code')
  @Requires('read', 'Regulation')
  async get(@Caller() ctx: StaffCtx, @Param('code') code: string): Promise<RegulationView> {
    const regulation = this.regulations.get(code);
    const versions = await this.regulations.versions(ctx, code);
    const effective = this.regulations.effectiveFor(code);
    return toRegulationView(regulation, effective, versions, shanghaiDay(ctx.now));
  }
}
