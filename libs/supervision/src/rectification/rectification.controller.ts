import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Post, Query } from '@nestjs/common';
import type { EditorCtx } from '@zhanqun/kernel';
import { Editor, Requires } from '@zhanqun/platform';
import { ReasonDto } from '../finding/finding.dto';
import { SiteNames } from '../overview/site-names';
import { RectificationViews } from './rectification-views';
import {
  ExtendDto,
  FixedDto,
  RectificationPageView,
  RectificationQuery,
  RectificationView,
} from './rectification.dto';
import { RectificationService } from './rectification.service';

@Controller('sites/:site/supervision/rectifications')
export class RectificationController {
  constructor(
    private readonly rectifications: RectificationService,
    private readonly views: RectificationViews,
    private readonly names: SiteNames,
  ) {}

  @Get()
  @Requires('read', 'Rectification')
  async list(
    @Editor() ctx: EditorCtx,
    @Query() { about, state, ...paging }: RectificationQuery,
  ): Promise<RectificationPageView> {
    const page = await this.rectifications.list(ctx, { state, aboutSiteId: this.names.idOf(about) }, paging);
    return { ...page, items: await this.views.many(ctx, page.items) };
  }

  @Get(':id')
  @Requires('read', 'Rectification')
  async get(@Editor() ctx: EditorCtx, @Param('id', ParseIntPipe) id: number): Promise<RectificationView> {
    return this.views.one(ctx, await this.rectifications.get(ctx, id));
  }

  @Post(':id/accept')
  @HttpCode(200)
  @Requires('accept', 'Rectification')
  async accept(@Editor() ctx: EditorCtx, @Param('id', ParseIntPipe) id: number): Promise<RectificationView> {
    return this.views.one(ctx, await this.rectifications.accept(ctx, id));
  }

  @Post(':id/report-fixed')
  @HttpCode(200)
  @Requires('fix', 'Rectification')
  async reportFixed(
    @Editor() ctx: EditorCtx,
    @Param('id', ParseIntPipe) id: number,
    @Body() { note }: FixedDto,
  ): Promise<RectificationView> {
    return this.views.one(ctx, await this.rectifications.reportFixed(ctx, id, note));
  }

  @Post(':id/recheck')
  @HttpCode(200)
  @Requires('close', 'Rectification')
  async recheck(@Editor() ctx: EditorCtx, @Param('id', ParseIntPipe) id: number): Promise<RectificationView> {
    return this.views.one(ctx, await this.rectifications.recheck(ctx, id));
  }

  @Post(':id/close')
  @HttpCode(200)
  @Requires('close', 'Rectification')
  async close(@Editor() ctx: EditorCtx, @Param('id', ParseIntPipe) id: number): Promise<RectificationView> {
    return this.views.one(ctx, await this.rectifications.close(ctx, id));
  }

  @Post(':id/return')
  @HttpCode(200)
  @Requires('close', 'Rectification')
  async giveBack(
    @Editor() ctx: EditorCtx,
    @Param('id', ParseIntPipe) id: number,
    @Body() { reason }: ReasonDto,
  ): Promise<RectificationView> {
    return this.views.one(ctx, await this.rectifications.giveBack(ctx, id, reason));
  }

  @Post(':id/extend')
  @HttpCode(200)
  @Requires('close', 'Rectification')
  async extend(
    @Editor() ctx: EditorCtx,
    @Param('id', ParseIntPipe) id: number,
    @Body() { workingDays, reason }: ExtendDto,
  ): Promise<RectificationView> {
    return this.views.one(ctx, await this.rectifications.extend(ctx, id, workingDays, reason));
  }
}
