import { Injectable } from '@nestjs/common';
import { DomainError, type EditorCtx } from '@zhanqun/kernel';
import { Db } from '@zhanqun/platform';
import { planOf } from '../plan/review-plan';
import { batchNotTrusted } from '../review.errors';
import { ReviewService } from '../review.service';

export const MOST_AT_ONCE = 50;

export interface BatchItem {
  readonly id: number;
  /** Version of the words that were looked at. */
  readonly version: number;
}

export interface BatchOutcome {
  readonly id: number;
  readonly isPassed: boolean;
  /** Why it was not passed, for the person. */
  readonly code: string | null;
  readonly message: string | null;
}

/**
 * 批量通过 of kinds that their template trusts. Each article is decided on by itself, by the same rules and in
 * its own transaction: one refusal stops none of the others.
 */
@Injectable()
export class BatchPassing {
  constructor(
    private readonly db: Db,
    private readonly reviews: ReviewService,
  ) {}

  async pass(ctx: EditorCtx, items: readonly BatchItem[]): Promise<BatchOutcome[]> {
    const outcomes: BatchOutcome[] = [];
    for (const item of items) outcomes.push(await this.one(ctx, item));
    return outcomes;
  }

  private async one(ctx: EditorCtx, { id, version }: BatchItem): Promise<BatchOutcome> {
    try {
      await this.db.transaction(ctx, async (ctx) => {
        const { revision } = await this.reviews.pass(ctx, id, { version });
        if (!planOf(revision).isTrusted) throw batchNotTrusted({ articleId: id });
      });
      return { id, isPassed: true, code: null, message: null };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return { id, isPassed: false, code: error.code, message: error.message };
    }
  }
}
