import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import type { EditorCtx } from '@zhanqun/kernel';
import { Editor, Requires } from '@zhanqun/platform';
import type { ArticleBatch } from './article-batch.entity';
import { BatchDto, BatchUndoneView, BatchView, toBatchResultView, toBatchView } from './batch.dto';
import { Batches } from './batches.service';

/** 批量操作. */
@Controller('sites/:site/article-batches')
export class BatchController {
  constructor(private readonly batches: Batches) {}

  /** Begins and does the first portion; ask `continue` until it is finished. */
  @Post()
  @HttpCode(200)
  @Requires('read', 'Article')
  async begin(@Editor() ctx: EditorCtx, @Body() { operation, ids, ...params }: BatchDto): Promise<BatchView> {
    return this.view(ctx, await this.batches.begin(ctx, operation, ids, params));
  }

  @Post(':token/continue')
  @HttpCode(200)
  @Requires('read', 'Article')
  async continue(@Editor() ctx: EditorCtx, @Param('token') token: string): Promise<BatchView> {
    return this.view(ctx, await this.batches.continue(ctx, token));
  }

  /** 撤销. */
  @Post(':token/undo')
  @HttpCode(200)
  @Requires('read', 'Article')
  async undo(@Editor() ctx: EditorCtx, @Param('token') token: string): Promise<BatchUndoneView> {
    return { results: (await this.batches.undo(ctx, token)).map(toBatchResultView) };
  }

  private view(ctx: EditorCtx, batch: ArticleBatch): BatchView {
    return toBatchView(batch, this.batches.isUndoable(ctx, batch));
  }
}
