import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Post } from '@nestjs/common';
import type { EditorCtx } from '@zhanqun/kernel';
import { Editor, Requires } from '@zhanqun/platform';
import { RemarkDto } from '../review.dto';
import { RemarkView, toRemarkView } from './remark.view';
import { Remarks } from './remarks';

/** 批注. */
@Controller('sites/:site')
export class RemarkController {
  constructor(private readonly remarks: Remarks) {}

  @Get('articles/:id/remarks')
  @Requires('read', 'Article')
  async list(@Editor() ctx: EditorCtx, @Param('id', ParseIntPipe) id: number): Promise<RemarkView[]> {
    const placed = await this.remarks.list(ctx, id);
    return placed.map((each) => toRemarkView(each, ctx.actor.accountId));
  }

  @Post('articles/:id/remarks')
  @Requires('read', 'Article')
  async add(
    @Editor() ctx: EditorCtx,
    @Param('id', ParseIntPipe) id: number,
    @Body() dto: RemarkDto,
  ): Promise<RemarkView> {
    return toRemarkView(await this.remarks.add(ctx, id, dto), ctx.actor.accountId);
  }

  @Post('remarks/:id/resolve')
  @HttpCode(200)
  @Requires('read', 'Article')
  async resolve(@Editor() ctx: EditorCtx, @Param('id', ParseIntPipe) id: number): Promise<RemarkView> {
    return toRemarkView(await this.remarks.turn(ctx, id, true), ctx.actor.accountId);
  }

  @Post('remarks/:id/reopen')
  @HttpCode(200)
  @Requires('read', 'Article')
  async reopen(@Editor() ctx: EditorCtx, @Param('id', ParseIntPipe) id: number): Promise<RemarkView> {
    return toRemarkView(await this.remarks.turn(ctx, id, false), ctx.actor.accountId);
  }
}
