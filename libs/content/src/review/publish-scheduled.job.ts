import { Injectable } from '@nestjs/common';
import { DomainError, type Ctx, type SiteCtx } from '@zhanqun/kernel';
import { Db, Handles, type JobHandler } from '@zhanqun/platform';
import { Article } from '../article/article.entity';
import { PublishScheduled } from '../article/article.events';
import { ArticleRevision } from '../revision/article-revision.entity';
import { Publishing } from './publishing';
import { Releasing } from './releasing';

/**
 * 到时发布. Runs at least once: only the schedule that still stands is carried out, everything else is nothing.
 * A text that may no longer go out (a list of words changed meanwhile) goes back to its author with the reason.
 */
@Handles(PublishScheduled)
@Injectable()
export class PublishScheduledJob implements JobHandler<PublishScheduled> {
  constructor(
    private readonly db: Db,
    private readonly publishing: Publishing,
    private readonly releasing: Releasing,
  ) {}

  async handle(jobCtx: Ctx, { articleId, revisionId, at }: PublishScheduled): Promise<void> {
    await this.db.transaction(jobCtx as SiteCtx, async (ctx) => {
      const article = await this.db.site(ctx, Article).findOne({ id: articleId }, { lock: 'write' });
      if (article?.openRevisionId !== revisionId || article.scheduledFor?.toISOString() !== at) return;
      const revision = await this.db.site(ctx, ArticleRevision).findOne({ id: revisionId });
      if (revision?.state !== 'approved' || article.scheduledFor > ctx.now) return;
      const refusal = await this.refusal(ctx, article, revision);
      if (refusal === null) await this.publishing.goLive(ctx, article, revision);
      else await this.releasing.sendBackAtGate(ctx, article, revision, refusal);
    });
  }

  private async refusal(ctx: SiteCtx, article: Article, revision: ArticleRevision): Promise<string | null> {
    try {
      await this.releasing.check(ctx, article, revision);
      return null;
    } catch (error) {
      if (error instanceof DomainError) return error.message;
      throw error;
    }
  }
}
