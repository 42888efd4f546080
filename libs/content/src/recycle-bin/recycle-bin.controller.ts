import { Body, Controller, Delete, Get, HttpCode, Param, ParseIntPipe, Post, Query } from '@nestjs/common';
import { pageRequest, type EditorCtx } from '@zhanqun/kernel';
import { Editor, PageQuery, Requires } from '@zhanqun/platform';
import { ArticleDetailView } from '../article/article-console.view';
import { ArticleViews } from '../article/article-views';
import { BinViews } from './bin-views';
import { BinPageView, RestoreDto } from './recycle-bin.dto';
import { RecycleBin } from './recycle-bin.service';

/** 回收站. */
@Controller('sites/:site/recycle-bin')
export class RecycleBinController {
  constructor(
    private readonly bin: RecycleBin,
    private readonly bins: BinViews,
    private readonly views: ArticleViews,
  ) {}

  @Get()
  @Requires('delete', 'Article')
  async list(@Editor() ctx: EditorCtx, @Query() { page, pageSize }: PageQuery): Promise<BinPageView> {
    return this.bins.page(ctx, await this.bin.list(ctx, pageRequest(page, pageSize)));
  }

  /** 恢复. */
  @Post(':id/restore')
  @HttpCode(200)
  @Requires('delete', 'Article')
  async restore(
    @Editor() ctx: EditorCtx,
    @Param('id', ParseIntPipe) id: number,
    @Body() { channelId }: RestoreDto,
  ): Promise<ArticleDetailView> {
    await this.bin.restore(ctx, id, channelId);
    return this.views.detail(ctx, id);
  }

  /** 彻底删除. */
  @Delete(':id')
  @HttpCode(204)
  @Requires('purge', 'Article')
  async purge(@Editor() ctx: EditorCtx, @Param('id', ParseIntPipe) id: number): Promise<void> {
    await this.bin.purge(ctx, id);
  }
}
