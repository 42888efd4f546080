import { Body, Controller, Delete, Get, HttpCode, Param, ParseIntPipe, Post, Put } from '@nestjs/common';
import type { EditorCtx } from '@zhanqun/kernel';
import { Editor, Requires } from '@zhanqun/platform';
import { ArticleDetailView } from '../article/article-console.view';
import type { Article } from '../article/article.entity';
import { ArticleViews } from '../article/article-views';
import { Expiry } from '../timing/expiry.service';
import { ArticlePlacement } from './article-placement.service';
import { Pins } from './pins.service';
import { ArrangePinsDto, ExpiryDto, MoveDto, PinDto, PinView } from './placement.dto';

/** 移动、置顶、有效期：where an article stands and for how long. Its address and its words stay. */
@Controller('sites/:site')
export class PlacementController {
  constructor(
    private readonly placement: ArticlePlacement,
    private readonly pins: Pins,
    private readonly expiry: Expiry,
    private readonly views: ArticleViews,
  ) {}

  /** 移动到另一栏目；地址不变. */
  @Post('articles/:id/move')
  @HttpCode(200)
  @Requires('update', 'Article')
  async move(
    @Editor() ctx: EditorCtx,
    @Param('id', ParseIntPipe) id: number,
    @Body() { channelId }: MoveDto,
  ): Promise<ArticleDetailView> {
    await this.placement.place(ctx, id, { channelId });
    return this.views.detail(ctx, id);
  }

  /** 置顶. */
  @Post('articles/:id/pin')
  @HttpCode(200)
  @Requires('update', 'Article')
  async pin(
    @Editor() ctx: EditorCtx,
    @Param('id', ParseIntPipe) id: number,
    @Body() { until }: PinDto,
  ): Promise<ArticleDetailView> {
    await this.pins.pin(ctx, id, until ? new Date(until) : null);
    return this.views.detail(ctx, id);
  }

  /** 取消置顶. */
  @Delete('articles/:id/pin')
  @Requires('update', 'Article')
  async unpin(@Editor() ctx: EditorCtx, @Param('id', ParseIntPipe) id: number): Promise<ArticleDetailView> {
    await this.pins.unpin(ctx, id);
    return this.views.detail(ctx, id);
  }

  /** 有效期. */
  @Put('articles/:id/expiry')
  @Requires('update', 'Article')
  async expire(
    @Editor() ctx: EditorCtx,
    @Param('id', ParseIntPipe) id: number,
    @Body() { at }: ExpiryDto,
  ): Promise<ArticleDetailView> {
    await this.expiry.set(ctx, id, at ? new Date(at) : null);
    return this.views.detail(ctx, id);
  }

  /** 某栏目的置顶稿件. */
  @Get('channels/:id/pins')
  @Requires('read', 'Article')
  async pinned(@Editor() ctx: EditorCtx, @Param('id', ParseIntPipe) id: number): Promise<PinView[]> {
    return (await this.pins.list(ctx, id)).map(toPinView);
  }

  /** 置顶排序. */
  @Put('channels/:id/pins')
  @Requires('publish', 'Article')
  async arrange(
    @Editor() ctx: EditorCtx,
    @Param('id', ParseIntPipe) id: number,
    @Body() { ids }: ArrangePinsDto,
  ): Promise<PinView[]> {
    return (await this.pins.arrange(ctx, id, ids)).map(toPinView);
  }
}

function toPinView({ id, title, publishedAt, pinnedUntil }: Article): PinView {
  return {
    id,
    title,
    publishedAt: publishedAt?.toISOString() ?? null,
    pinnedUntil: pinnedUntil?.toISOString() ?? null,
  };
}
