import { Injectable } from '@nestjs/common';
import { must, shanghaiMinute, type EditorCtx, type SiteCtx } from '@zhanqun/kernel';
import { Audit, Db, Outbox } from '@zhanqun/platform';
import { Article } from '../article/article.entity';
import { articleForChange } from '../article/article-rows';
import { isMovedByPublishers } from '../placement/article-placement.service';
import { Publishing } from '../review/publishing';
import { ArticleExpires } from './timing.events';
import { expiryNotFuture } from './timing.errors';

const FURTHEST_MS = 10 * 366 * 86_400_000;

/** 有效期: when it ends, the article is withdrawn by the clock and its address says so. */
@Injectable()
export class Expiry {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly publishing: Publishing,
  ) {}

  /** Sets or clears (null) the end. What is public or handed in is given an end only by those who may publish. */
  async set(ctx: EditorCtx, id: number, at: Date | null): Promise<Article> {
    if (at && (at <= ctx.now || at.getTime() > ctx.now.getTime() + FURTHEST_MS)) {
      throw expiryNotFuture({ at: at.toISOString() });
    }
    return this.db.transaction(ctx, async (ctx) => {
      const article = await articleForChange(this.db, ctx, id, 'update');
      if (isMovedByPublishers(article)) must(ctx, 'publish', article);
      article.expiresAt = at;
      await this.db.site(ctx, Article).save(article);
      if (at) {
        const event = new ArticleExpires(id, at.toISOString());
        await this.outbox.add(ctx, event, { runAfter: at, uniqueKey: String(id) });
      }
      await this.audit.record(ctx, {
        action: 'article.expiry',
        subject: 'Article',
        subjectId: id,
        summary: `${at ? `有效期至 ${shanghaiMinute(at)}` : '取消有效期'}《${article.title}》`,
        detail: { at: at?.toISOString() ?? null },
      });
      return article;
    });
  }

  /** The end has come. Called by the clock, for an article that is locked and published. */
  async end(ctx: SiteCtx, article: Article): Promise<void> {
    await this.publishing.takeDown(ctx, article, '有效期届满', 'expired');
  }
}
