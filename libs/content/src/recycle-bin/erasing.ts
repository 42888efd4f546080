import { Injectable } from '@nestjs/common';
import type { SiteCtx } from '@zhanqun/kernel';
import { Db, Outbox } from '@zhanqun/platform';
import { Article } from '../article/article.entity';
import { SourceRemoved } from '../delivery/delivery.events';
import { ArticlePresence } from '../presence/article-presence.entity';
import { ReviewStep } from '../review/review-step.entity';
import { ArticleRevision } from '../revision/article-revision.entity';
import { CheckDismissal } from '../text-check/article/check-dismissal.entity';
import { CheckFinding } from '../text-check/recheck/check-finding.entity';
import { WorkingCopy } from '../working-copy/working-copy.entity';

/** What is left of the words of a text that is erased. Title, source, signatures and times are the register's. */
const NO_WORDS = {
  subtitle: '',
  summary: '',
  keywords: '',
  body: '',
  facts: null,
  coverAssetId: null,
  coverPath: '',
  coverAlt: '',
  attachments: [],
} as const;

/**
 * 彻底删除: a draft that never was public leaves nothing but its audit trail. Of what was public the words
 * are erased and the row stays: the register of published texts must stay whole, and the address and the
 * 索引号 must never be given again.
 */
@Injectable()
export class Erasing {
  constructor(
    private readonly db: Db,
    private readonly outbox: Outbox,
  ) {}

  /** For an article that is locked and in the bin. */
  async erase(ctx: SiteCtx, article: Article): Promise<void> {
    const of = { articleId: article.id };
    await this.db.site(ctx, WorkingCopy).removeWhere(of);
    await this.db.site(ctx, ArticlePresence).removeWhere(of);
    await this.db.site(ctx, CheckDismissal).removeWhere(of);
    await this.db.site(ctx, CheckFinding).removeWhere(of);
    if (article.publishedAt === null) {
      await this.db.site(ctx, ArticleRevision).removeWhere(of);
      await this.db.site(ctx, ReviewStep).removeWhere(of);
      await this.db.site(ctx, Article).remove(article);
      return;
    }
    await this.db.site(ctx, ArticleRevision).updateWhere(of, NO_WORDS);
    Object.assign(article, {
      summary: '',
      facts: null,
      coverAssetId: null,
      coverPath: '',
      coverAlt: '',
      purgedAt: ctx.now,
    });
    await this.db.site(ctx, Article).save(article);
    await this.outbox.add(ctx, new SourceRemoved(article.id, 'purged'));
  }
}
