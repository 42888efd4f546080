import { Controller, Get, HttpCode, Param, ParseIntPipe, Post, Query } from '@nestjs/common';
import type { EditorCtx } from '@zhanqun/kernel';
import { Editor, Requires } from '@zhanqun/platform';
import { ArticleDetailView } from '../article/article-console.view';
import { ArticleViews } from '../article/article-views';
import { ArticleChangesReading } from './article-changes';
import { ComparisonQuery } from './history.dto';
import { Restoring } from './restoring.service';
import { ChangesView, toChangesView } from './revision.dto';

/** 历史版本. */
@Controller('sites/:site/articles/:id')
export class HistoryController {
  constructor(
    private readonly changesReading: ArticleChangesReading,
    private readonly restoring: Restoring,
    private readonly views: ArticleViews,
  ) {}

  /** 任意两个版本的对照. */
  @Get('comparison')
  @Requires('read', 'Article')
  async comparison(
    @Editor() ctx: EditorCtx,
    @Param('id', ParseIntPipe) id: number,
    @Query() { from, to }: ComparisonQuery,
  ): Promise<ChangesView> {
    return toChangesView(await this.changesReading.between(ctx, id, from, to));
  }

  /** 把旧版本恢复为草稿，重新送审. */
  @Post('revisions/:number/restore')
  @HttpCode(200)
  @Requires('update', 'Article')
  async restore(
    @Editor() ctx: EditorCtx,
    @Param('id', ParseIntPipe) id: number,
    @Param('number', ParseIntPipe) number: number,
  ): Promise<ArticleDetailView> {
    const { removed } = await this.restoring.restore(ctx, id, number);
    return this.views.detail(ctx, id, removed);
  }
}
