import { Body, Controller, Delete, Get, HttpCode, Param, ParseIntPipe, Patch, Post } from '@nestjs/common';
import type { EditorCtx } from '@zhanqun/kernel';
import { Editor, Requires, SiteDirectory } from '@zhanqun/platform';
import type { Channel } from './channel.entity';
import {
  ChannelItemView,
  ChannelTreeView,
  EditChannelDto,
  MoveChannelDto,
  NewChannelDto,
  toChannelItemView,
  toChannelTreeView,
} from './channel.dto';
import { ChannelService } from './channel.service';

@Controller('sites/:site/channels')
export class ChannelController {
  constructor(
    private readonly channels: ChannelService,
    private readonly directory: SiteDirectory,
  ) {}

  /** 栏目树. */
  @Get()
  @Requires('read', 'Channel')
  async tree(@Editor() ctx: EditorCtx): Promise<ChannelTreeView[]> {
    const tree = await this.channels.tree(ctx);
    const facts = {
      cycle: (node: { updateClass: Channel['updateClass']; cycleDays: number | null }) =>
        this.channels.cycleOf(ctx, node),
      url: (path: string) => this.urlOf(ctx, path),
    };
    return tree.roots.map((node) => toChannelTreeView(node, facts));
  }

  @Post()
  @Requires('create', 'Channel')
  async create(@Editor() ctx: EditorCtx, @Body() dto: NewChannelDto): Promise<ChannelItemView> {
    return this.view(ctx, await this.channels.create(ctx, dto));
  }

  @Patch(':id')
  @Requires('update', 'Channel')
  async edit(
    @Editor() ctx: EditorCtx,
    @Param('id', ParseIntPipe) id: number,
    @Body() dto: EditChannelDto,
  ): Promise<ChannelItemView> {
    return this.view(ctx, await this.channels.edit(ctx, id, dto));
  }

  @Post(':id/move')
  @HttpCode(200)
  @Requires('update', 'Channel')
  async move(
    @Editor() ctx: EditorCtx,
    @Param('id', ParseIntPipe) id: number,
    @Body() dto: MoveChannelDto,
  ): Promise<ChannelItemView> {
    return this.view(
      ctx,
      await this.channels.move(ctx, id, { parentId: dto.parentId ?? null, position: dto.position }),
    );
  }

  @Delete(':id')
  @HttpCode(204)
  @Requires('delete', 'Channel')
  async remove(@Editor() ctx: EditorCtx, @Param('id', ParseIntPipe) id: number): Promise<void> {
    await this.channels.remove(ctx, id);
  }

  private view(ctx: EditorCtx, channel: Channel): ChannelItemView {
    return toChannelItemView(channel, this.channels.cycleOf(ctx, channel), this.urlOf(ctx, channel.path));
  }

  private urlOf(ctx: EditorCtx, path: string): string {
    return ctx.site.host === '' ? '' : this.directory.siteUrl(ctx.site, `/${path}/`);
  }
}
