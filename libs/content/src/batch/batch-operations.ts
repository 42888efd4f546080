import { Injectable } from '@nestjs/common';
import { must, type EditorCtx } from '@zhanqun/kernel';
import { Db } from '@zhanqun/platform';
import { Article } from '../article/article.entity';
import { ArticleService } from '../article/article.service';
import { articleToRead } from '../article/article-rows';
import { ArticlePlacement } from '../placement/article-placement.service';
import { Pins } from '../placement/pins.service';
import { RecycleBin } from '../recycle-bin/recycle-bin.service';
import type { Importance } from '../review/review';
import { ReviewService } from '../review/review.service';
import { SubmitGates } from '../review/submit-gate';
import { Withdrawals, type Withdrawing } from '../withdrawal/withdrawals.service';
import type { BatchOperation } from './article-batch.entity';

export interface BatchParams {
  readonly channelId?: number;
  readonly until?: string | null;
  readonly withdrawing?: Withdrawing;
  readonly importance?: Importance;
  readonly tag?: string;
}

type Before = Readonly<Record<string, unknown>>;
interface Work {
  /** What must be remembered to take it back. */
  readonly before: (article: Article) => Before;
  readonly run: (ctx: EditorCtx, id: number, params: BatchParams) => Promise<unknown>;
  /** Null for what only a review can take back. */
  readonly undo: ((ctx: EditorCtx, id: number, before: Before) => Promise<unknown>) | null;
}

const NOTHING = (): Before => ({});

/** What a batch does with one article: always the same use case as for a single one, with the same rights. */
@Injectable()
export class BatchOperations {
  private readonly works: Readonly<Record<BatchOperation, Work>>;

  constructor(
    private readonly db: Db,
    private readonly articles: ArticleService,
    private readonly gates: SubmitGates,
    placement: ArticlePlacement,
    pins: Pins,
    bin: RecycleBin,
    reviews: ReviewService,
    withdrawals: Withdrawals,
  ) {
    const pinned = ({ isPinned, pinRank, pinnedUntil }: Article): Before => ({
      isPinned,
      pinRank,
      pinnedUntil,
    });
    const repin = (ctx: EditorCtx, id: number, before: Before) => this.repin(ctx, id, before, placement);
    this.works = {
      move: {
        before: ({ channelId, ...article }) => ({ channelId, ...pinned(article as Article) }),
        run: (ctx, id, { channelId }) => placement.place(ctx, id, { channelId: channelId as number }),
        undo: async (ctx, id, before) => {
          await placement.place(ctx, id, { channelId: before['channelId'] as number });
          await repin(ctx, id, before);
        },
      },
      pin: {
        before: pinned,
        run: (ctx, id, { until }) => pins.pin(ctx, id, until ? new Date(until) : null),
        undo: repin,
      },
      unpin: { before: pinned, run: (ctx, id) => pins.unpin(ctx, id), undo: repin },
      withdraw: {
        before: NOTHING,
        run: (ctx, id, { withdrawing }) => withdrawals.withdraw(ctx, id, withdrawing as Withdrawing),
        undo: null,
      },
      delete: {
        before: NOTHING,
        run: (ctx, id) => bin.removeWhole(ctx, id),
        undo: (ctx, id) => bin.restore(ctx, id),
      },
      restore: {
        before: NOTHING,
        run: (ctx, id) => bin.restore(ctx, id),
        undo: (ctx, id) => bin.removeWhole(ctx, id),
      },
      importance: {
        before: ({ importance }) => ({ importance }),
        run: (ctx, id, { importance }) =>
          this.edit(ctx, id, () => ({ importance: importance as Importance })),
        undo: (ctx, id, before) =>
          this.edit(ctx, id, () => ({ importance: before['importance'] as Importance })),
      },
      tag: {
        before: NOTHING,
        run: (ctx, id, { tag }) =>
          this.edit(ctx, id, (words) => ({ keywords: [...new Set([...words, tag as string])] })),
        undo: (ctx, id, before) =>
          this.edit(ctx, id, (words) => ({ keywords: words.filter((word) => word !== before['tag']) })),
      },
      submit: {
        before: NOTHING,
        run: (ctx, id) => reviews.submit(ctx, id),
        undo: (ctx, id) => reviews.recall(ctx, id),
      },
    };
  }

  isUndoable(operation: BatchOperation): boolean {
    return this.works[operation].undo !== null;
  }

  /** What an operation needs beforehand, outside of every transaction: attached files are read. */
  async prepare(ctx: EditorCtx, operation: BatchOperation, id: number): Promise<void> {
    if (operation === 'submit') await this.gates.prepare(ctx, id);
  }

  /** Answers what is needed to take it back; the caller's transaction holds both. */
  async run(ctx: EditorCtx, operation: BatchOperation, id: number, params: BatchParams): Promise<Before> {
    const work = this.works[operation];
    const article = await articleToRead(this.db, ctx, id);
    const before = { ...work.before(article), ...(params.tag === undefined ? {} : { tag: params.tag }) };
    await work.run(ctx, id, params);
    return before;
  }

  async undo(ctx: EditorCtx, operation: BatchOperation, id: number, before: Before): Promise<void> {
    await this.works[operation].undo?.(ctx, id, before);
  }

  /** The draft's words; what is in review or public is changed by nobody's batch. */
  private async edit(
    ctx: EditorCtx,
    id: number,
    changes: (keywords: string[]) => { importance?: Importance; keywords?: string[] },
  ): Promise<void> {
    const article = await this.articles.getForChange(ctx, id, 'update');
    const { version, keywords } = await this.articles.getOpenRevision(ctx, article);
    const words = keywords.split(';').filter((word) => word !== '');
    await this.articles.edit(ctx, id, { ...changes(words), version });
  }

  private async repin(
    ctx: EditorCtx,
    id: number,
    before: Before,
    placement: ArticlePlacement,
  ): Promise<void> {
    const article = await this.articles.getForChange(ctx, id, 'update');
    if (article.state === 'published') must(ctx, 'publish', article);
    const until = before['pinnedUntil'] as string | Date | null;
    await placement.showing(ctx, article, () => {
      article.isPinned = before['isPinned'] as boolean;
      article.pinRank = before['pinRank'] as number;
      article.pinnedUntil = until === null ? null : new Date(until);
    });
  }
}
