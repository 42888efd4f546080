import { Injectable } from '@nestjs/common';
import type { Ctx, SiteCtx } from '@zhanqun/kernel';
import { Db, Handles, type JobHandler } from '@zhanqun/platform';
import { Article } from '../article/article.entity';
import { PublishScheduled } from '../article/article.events';
import { ArticleRevision } from '../revision/article-revision.entity';
import { Publishing } from './publishing';

/** 到时发布. Runs at least once: only the schedule that still stands is carried out, everything else is nothing. */
@Handles(PublishScheduled)
@Injectable()
export class PublishScheduledJob implements JobHandler<PublishScheduled> {
  constructor(
    private readonly db: Db,
    private readonly publishing: Publishing,
  ) {}

  async handle(jobCtx: Ctx, { articleId, revisionId, at }: PublishScheduled): Promise<void> {
    await this.db.transaction(jobCtx as SiteCtx, async (ctx) => {
      const article = await this.db.site(ctx, Article).findOne({ id: articleId }, { lock: 'write' });
      if (article?.openRevisionId !== revisionId || article.scheduledFor?.toISOString() !== at) return;
      const revision = await this.db.site(ctx, ArticleRevision).findOne({ id: revisionId });
      if (revision?.state !== 'approved' || article.scheduledFor > ctx.now) return;
      await this.publishing.goLive(ctx, article, revision);
    });
  }
}
