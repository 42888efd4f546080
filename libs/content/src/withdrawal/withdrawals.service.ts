import { Injectable } from '@nestjs/common';
import type { EditorCtx, SiteCtx } from '@zhanqun/kernel';
import { Db } from '@zhanqun/platform';
import { Article, type WithdrawnWay } from '../article/article.entity';
import { articleLife } from '../article/article-life';
import { articleForChange } from '../article/article-rows';
import { characterCount, isStorable } from '../article/storable';
import { Publishing } from '../review/publishing';
import { notPublished, withdrawReasonMissing } from '../review/review.errors';
import { mergeTargetMissing, mergeTargetWrong } from './withdrawal.errors';

/** The ways a person may choose; `expired` is the clock's. */
export const CHOSEN_WAYS = ['gone', 'merged', 'notice'] as const satisfies readonly WithdrawnWay[];

export interface Withdrawing {
  readonly reason: string;
  readonly way?: (typeof CHOSEN_WAYS)[number];
  /** For `merged`. */
  readonly intoId?: number | null;
}

const LONGEST_REASON = 500;

/**
 * 撤稿的三种方式: gone (410), merged into another article (301 to it) or shown as withdrawn with the reason
 * (200, body hidden). However it went, the text comes back only through another review.
 */
@Injectable()
export class Withdrawals {
  constructor(
    private readonly db: Db,
    private readonly publishing: Publishing,
  ) {}

  async withdraw(
    ctx: EditorCtx,
    id: number,
    { reason, way = 'gone', intoId }: Withdrawing,
  ): Promise<Article> {
    const words = reason.trim();
    if (words === '' || characterCount(words) > LONGEST_REASON || !isStorable(words)) {
      throw withdrawReasonMissing();
    }
    return this.db.transaction(ctx, async (ctx) => {
      const article = await articleForChange(this.db, ctx, id, 'withdraw');
      if (!articleLife.allows('withdraw', article.state)) throw notPublished({ articleId: id });
      const into = way === 'merged' ? await this.mergeTarget(ctx, id, intoId ?? null) : null;
      await this.publishing.takeDown(ctx, article, words, way, into);
      return article;
    });
  }

  /** A public article of this site. It cannot lead back: what is merged is withdrawn, and a target is not. */
  private async mergeTarget(ctx: SiteCtx, id: number, intoId: number | null): Promise<number> {
    if (intoId === null) throw mergeTargetMissing();
    const isPublic = (await this.db.site(ctx, Article).count({ id: intoId, state: 'published' })) === 1;
    if (!isPublic || intoId === id) throw mergeTargetWrong({ intoId });
    return intoId;
  }
}
