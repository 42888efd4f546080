import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Patch, Post, Query } from '@nestjs/common';
import type { EditorCtx, StaffCtx } from '@zhanqun/kernel';
import { Caller, Editor, Requires } from '@zhanqun/platform';
import { NoticeDesk } from './notice-desk';
import {
  EditNoticeDto,
  NetworkNoticeQuery,
  NoticePlaceDto,
  PutUpNoticeDto,
  TakeDownNoticeDto,
} from './network-notice.dto';
import { NetworkNoticePageView, NetworkNoticeView, NoticeReachView } from './network-notice.view';

/** 应急横幅与灰色日 of the whole platform. */
@Controller('network-notices')
export class PlatformNoticeController {
  constructor(private readonly desk: NoticeDesk) {}

  @Get()
  @Requires('manage', 'NetworkNotice')
  list(@Caller() ctx: StaffCtx, @Query() query: NetworkNoticeQuery): Promise<NetworkNoticePageView> {
    return this.desk.list(ctx, query);
  }

  @Post()
  @Requires('manage', 'NetworkNotice')
  putUp(@Caller() ctx: StaffCtx, @Body() order: PutUpNoticeDto): Promise<NetworkNoticeView> {
    return this.desk.putUp(ctx, order);
  }

  /** How many sites a choice would reach, before anything is put up. */
  @Post('reach')
  @HttpCode(200)
  @Requires('manage', 'NetworkNotice')
  reach(@Caller() ctx: StaffCtx, @Body() choice: NoticePlaceDto): NoticeReachView {
    return this.desk.reach(ctx, choice);
  }

  @Get(':id')
  @Requires('manage', 'NetworkNotice')
  get(@Caller() ctx: StaffCtx, @Param('id', ParseIntPipe) id: number): Promise<NetworkNoticeView> {
    return this.desk.get(ctx, id);
  }

  @Patch(':id')
  @Requires('manage', 'NetworkNotice')
  edit(
    @Caller() ctx: StaffCtx,
    @Param('id', ParseIntPipe) id: number,
    @Body() order: EditNoticeDto,
  ): Promise<NetworkNoticeView> {
    return this.desk.edit(ctx, id, order);
  }

  @Post(':id/take-down')
  @HttpCode(200)
  @Requires('manage', 'NetworkNotice')
  takeDown(
    @Caller() ctx: StaffCtx,
    @Param('id', ParseIntPipe) id: number,
    @Body() { version }: TakeDownNoticeDto,
  ): Promise<NetworkNoticeView> {
    return this.desk.takeDown(ctx, id, version);
  }
}

/** The same at a portal, for its own network. */
@Controller('sites/:site/network-notices')
export class PortalNoticeController {
  constructor(private readonly desk: NoticeDesk) {}

  @Get()
  @Requires('manage', 'NetworkNotice')
  list(@Editor() ctx: EditorCtx, @Query() query: NetworkNoticeQuery): Promise<NetworkNoticePageView> {
    return this.desk.list(ctx, query);
  }

  @Post()
  @Requires('manage', 'NetworkNotice')
  putUp(@Editor() ctx: EditorCtx, @Body() order: PutUpNoticeDto): Promise<NetworkNoticeView> {
    return this.desk.putUp(ctx, order);
  }

  @Post('reach')
  @HttpCode(200)
  @Requires('manage', 'NetworkNotice')
  reach(@Editor() ctx: EditorCtx, @Body() choice: NoticePlaceDto): NoticeReachView {
    return this.desk.reach(ctx, choice);
  }

  @Get(':id')
  @Requires('manage', 'NetworkNotice')
  get(@Editor() ctx: EditorCtx, @Param('id', ParseIntPipe) id: number): Promise<NetworkNoticeView> {
    return this.desk.get(ctx, id);
  }

  @Patch(':id')
  @Requires('manage', 'NetworkNotice')
  edit(
    @Editor() ctx: EditorCtx,
    @Param('id', ParseIntPipe) id: number,
    @Body() order: EditNoticeDto,
  ): Promise<NetworkNoticeView> {
    return this.desk.edit(ctx, id, order);
  }

  @Post(':id/take-down')
  @HttpCode(200)
  @Requires('manage', 'NetworkNotice')
  takeDown(
    @Editor() ctx: EditorCtx,
    @Param('id', ParseIntPipe) id: number,
    @Body() { version }: TakeDownNoticeDto,
  ): Promise<NetworkNoticeView> {
    return this.desk.takeDown(ctx, id, version);
  }
}
