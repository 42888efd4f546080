import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Post, Query } from '@nestjs/common';
import { pageRequest, type EditorCtx } from '@zhanqun/kernel';
import { Editor, Requires } from '@zhanqun/platform';
import {
  ApplyChannelChangeDto,
  ChannelChangePageView,
  ChannelChangeQuery,
  ChannelChangeView,
  ChannelOpinionDto,
} from './channel-change.dto';
import { ChannelChangeService } from './channel-change.service';
import { ChannelChangeViews } from './channel-change-views';

/** 栏目变更申请. */
@Controller('sites/:site/channel-changes')
export class ChannelChangeController {
  constructor(
    private readonly changes: ChannelChangeService,
    private readonly views: ChannelChangeViews,
  ) {}

  @Get()
  @Requires('read', 'ChannelChange')
  async list(@Editor() ctx: EditorCtx, @Query() query: ChannelChangeQuery): Promise<ChannelChangePageView> {
    const { state, page, pageSize } = query;
    return this.views.page(ctx, await this.changes.list(ctx, { state }, pageRequest(page, pageSize)));
  }

  @Post()
  @Requires('create', 'ChannelChange')
  async apply(@Editor() ctx: EditorCtx, @Body() dto: ApplyChannelChangeDto): Promise<ChannelChangeView> {
    return this.views.one(ctx, await this.changes.apply(ctx, dto));
  }

  @Get(':id')
  @Requires('read', 'ChannelChange')
  async detail(@Editor() ctx: EditorCtx, @Param('id', ParseIntPipe) id: number): Promise<ChannelChangeView> {
    return this.views.one(ctx, await this.changes.get(ctx, id));
  }

  @Post(':id/approve')
  @HttpCode(200)
  @Requires('decide', 'ChannelChange')
  async approve(
    @Editor() ctx: EditorCtx,
    @Param('id', ParseIntPipe) id: number,
    @Body() { opinion }: ChannelOpinionDto,
  ): Promise<ChannelChangeView> {
    return this.views.one(ctx, await this.changes.approve(ctx, id, opinion));
  }

  @Post(':id/refuse')
  @HttpCode(200)
  @Requires('decide', 'ChannelChange')
  async refuse(
    @Editor() ctx: EditorCtx,
    @Param('id', ParseIntPipe) id: number,
    @Body() { opinion }: ChannelOpinionDto,
  ): Promise<ChannelChangeView> {
    return this.views.one(ctx, await this.changes.refuse(ctx, id, opinion ?? ''));
  }

  @Post(':id/recall')
  @HttpCode(200)
  @Requires('create', 'ChannelChange')
  async recall(@Editor() ctx: EditorCtx, @Param('id', ParseIntPipe) id: number): Promise<ChannelChangeView> {
    return this.views.one(ctx, await this.changes.recall(ctx, id));
  }
}
