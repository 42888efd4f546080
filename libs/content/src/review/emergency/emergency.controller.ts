import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Post, Query } from '@nestjs/common';
import { pageRequest, type EditorCtx } from '@zhanqun/kernel';
import { Editor, Requires } from '@zhanqun/platform';
import { EmergencyQuery, FailDto, PassDto } from '../review.dto';
import { CompletingReview } from './completing-review';
import { Emergencies } from './emergencies';
import { EmergencyPageView, EmergencyView, toEmergencyView } from './emergency.view';

/** 应急发布台账和补审. */
@Controller('sites/:site/emergencies')
export class EmergencyController {
  constructor(
    private readonly emergencies: Emergencies,
    private readonly completing: CompletingReview,
  ) {}

  @Get()
  @Requires('read', 'Article')
  async list(
    @Editor() ctx: EditorCtx,
    @Query() { state, page, pageSize }: EmergencyQuery,
  ): Promise<EmergencyPageView> {
    const found = await this.emergencies.list(ctx, state ? { state } : {}, pageRequest(page, pageSize));
    return { ...found, items: found.items.map((row) => toEmergencyView(row, ctx.now)) };
  }

  @Get(':id')
  @Requires('read', 'Article')
  async get(@Editor() ctx: EditorCtx, @Param('id', ParseIntPipe) id: number): Promise<EmergencyView> {
    return toEmergencyView(await this.emergencies.get(ctx, id), ctx.now);
  }

  /** 补审通过 one step. */
  @Post(':id/pass')
  @HttpCode(200)
  @Requires('read', 'Article')
  async pass(
    @Editor() ctx: EditorCtx,
    @Param('id', ParseIntPipe) id: number,
    @Body() dto: PassDto,
  ): Promise<EmergencyView> {
    return toEmergencyView(await this.completing.pass(ctx, id, dto), ctx.now);
  }

  /** 补审未通过. */
  @Post(':id/fail')
  @HttpCode(200)
  @Requires('read', 'Article')
  async fail(
    @Editor() ctx: EditorCtx,
    @Param('id', ParseIntPipe) id: number,
    @Body() { reason }: FailDto,
  ): Promise<EmergencyView> {
    return toEmergencyView(await this.completing.fail(ctx, id, reason), ctx.now);
  }
}
