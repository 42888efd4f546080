import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import type { EditorCtx } from '@zhanqun/kernel';
import { Editor, Requires } from '@zhanqun/platform';
import { ChannelReading } from '../../channel/channel-reading';
import { BatchPassing } from '../batch/batch-passing';
import { BatchPassDto } from '../review.dto';
import { BatchOutcomeView, ReviewQueueView, toQueueItemView } from '../review.view';
import { ReviewQueueQuery } from './review-queue.dto';
import { ReviewQueue, type WaitingReview } from './review-queue';

/** 待我审核 at one site. */
@Controller('sites/:site/reviews')
export class ReviewQueueController {
  constructor(
    private readonly queue: ReviewQueue,
    private readonly batches: BatchPassing,
    private readonly channels: ChannelReading,
  ) {}

  @Get()
  @Requires('read', 'Article')
  async mine(@Editor() ctx: EditorCtx, @Query() query: ReviewQueueQuery): Promise<ReviewQueueView> {
    const tree = await this.channels.tree(ctx);
    const waiting = (await this.queue.mine(ctx)).filter((each) => isWanted(each, query));
    const { page, pageSize } = query;
    const items = waiting.slice((page - 1) * pageSize, page * pageSize);
    return {
      items: items.map((each) => toQueueItemView(each, tree.find(each.article.channelId)?.name ?? '')),
      total: waiting.length,
      page,
      pageSize,
    };
  }

  /** 批量通过: one outcome an article. */
  @Post('batch-pass')
  @HttpCode(200)
  @Requires('sendBack', 'Article')
  batchPass(@Editor() ctx: EditorCtx, @Body() { items }: BatchPassDto): Promise<BatchOutcomeView[]> {
    return this.batches.pass(ctx, items);
  }
}

function isWanted({ article, revision, step }: WaitingReview, query: ReviewQueueQuery): boolean {
  return (
    (query.step === undefined || step.key === query.step) &&
    (query.kind === undefined || article.kind === query.kind) &&
    (query.importance === undefined || revision.importance === query.importance) &&
    (query.trusted !== 'yes' || (revision.plan?.isTrusted ?? false)) &&
    (!query.q?.trim() || revision.title.includes(query.q.trim()))
  );
}
