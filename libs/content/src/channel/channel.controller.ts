import { Body, Controller, Delete, Get, HttpCode, Param, ParseIntPipe, Patch, Post } from '@nestjs/common';
import type { EditorCtx } from '@zhanqun/kernel';
import { Editor, Requires } from '@zhanqun/platform';
import {
  ChannelConsoleView,
  ChannelPresentationView,
  EditChannelDto,
  keywordsIn,
  MoveChannelDto,
  NewChannelDto,
} from './channel.dto';
import { DirectChanges } from '../channel-change/direct-changes';
import { ChannelService } from './channel.service';
import { ChannelViews } from './channel-views';

@Controller('sites/:site/channels')
export class ChannelController {
  constructor(
    private readonly channels: ChannelService,
    private readonly direct: DirectChanges,
    private readonly views: ChannelViews,
  ) {}

  /** 栏目, parents before their children. */
  @Get()
  @Requires('read', 'Channel')
  list(@Editor() ctx: EditorCtx): Promise<ChannelConsoleView[]> {
    return this.views.all(ctx);
  }

  /** 栏目样式 that the theme of the site draws. */
  @Get('presentations')
  @Requires('read', 'Channel')
  presentations(@Editor() ctx: EditorCtx): Promise<ChannelPresentationView[]> {
    return this.views.presentations(ctx);
  }

  @Post()
  @Requires('create', 'Channel')
  async create(@Editor() ctx: EditorCtx, @Body() dto: NewChannelDto): Promise<ChannelConsoleView> {
    const { slug, keywords, ...values } = dto;
    const channel = await this.direct.create(ctx, {
      ...values,
      path: slug,
      keywords: keywordsIn(keywords ?? ''),
    });
    return this.views.one(ctx, channel.id);
  }

  @Patch(':id')
  @Requires('update', 'Channel')
  async edit(
    @Editor() ctx: EditorCtx,
    @Param('id', ParseIntPipe) id: number,
    @Body() dto: EditChannelDto,
  ): Promise<ChannelConsoleView> {
    const { slug, keywords, ...values } = dto;
    await this.direct.edit(ctx, id, {
      ...values,
      ...(slug === undefined ? {} : { path: slug }),
      ...(keywords === undefined ? {} : { keywords: keywordsIn(keywords) }),
    });
    return this.views.one(ctx, id);
  }

  @Post(':id/move')
  @HttpCode(200)
  @Requires('update', 'Channel')
  async move(
    @Editor() ctx: EditorCtx,
    @Param('id', ParseIntPipe) id: number,
    @Body() { parentId, position }: MoveChannelDto,
  ): Promise<ChannelConsoleView> {
    await this.channels.move(ctx, id, { parentId: parentId ?? null, position });
    return this.views.one(ctx, id);
  }

  @Delete(':id')
  @HttpCode(204)
  @Requires('delete', 'Channel')
  async remove(@Editor() ctx: EditorCtx, @Param('id', ParseIntPipe) id: number): Promise<void> {
    await this.direct.remove(ctx, id);
  }
}
