import { Injectable } from '@nestjs/common';
import type { EditorCtx, SiteCtx } from '@zhanqun/kernel';
import { Db, Outbox } from '@zhanqun/platform';
import { Article } from '../article/article.entity';
import { PublishScheduled } from '../article/article.events';
import { articleLife } from '../article/article-life';
import { ArticleRevision } from '../revision/article-revision.entity';
import { reviewFor } from './plan/review-plan';
import { Publishing } from './publishing';
import { SubmitGates } from './submit-gate';

/** 放行: what has passed its review goes live now, or waits for its time. */
@Injectable()
export class Releasing {
  constructor(
    private readonly db: Db,
    private readonly outbox: Outbox,
    private readonly publishing: Publishing,
    private readonly gates: SubmitGates,
  ) {}

  /** What the gates do beforehand, outside of every transaction. */
  prepare(ctx: SiteCtx, articleId: number): Promise<void> {
    return this.gates.prepare(ctx, articleId);
  }

  /** Asks everything that must be in order before this text goes on. */
  check(ctx: SiteCtx, article: Article, revision: ArticleRevision): Promise<void> {
    return this.gates.open(ctx, article, revision);
  }

  /** An approved text goes live now, or waits for its time. */
  async release(ctx: EditorCtx, article: Article, revision: ArticleRevision): Promise<void> {
    await this.check(ctx, article, revision);
    const at = article.scheduledFor;
    if (!at || at <= ctx.now) {
      if (article.state === 'scheduled') article.state = articleLife.next('unschedule', article.state);
      await this.publishing.goLive(ctx, article, revision);
      return;
    }
    if (articleLife.allows('schedule', article.state))
      article.state = articleLife.next('schedule', article.state);
    await this.outbox.add(ctx, new PublishScheduled(article.id, revision.id, at.toISOString()), {
      runAfter: at,
      uniqueKey: String(article.id),
    });
  }

  /** 应急发布: live before its review, which is written down as owed. */
  async goLiveUrgently(ctx: EditorCtx, article: Article, revision: ArticleRevision): Promise<void> {
    if (article.state === 'scheduled') article.state = articleLife.next('unschedule', article.state);
    await this.publishing.goLive(ctx, article, revision, 'publishUrgently');
  }

  /** 补审通过: the names of those who passed it stand under the text from now on. */
  approveAfterwards(ctx: SiteCtx, article: Article, revision: ArticleRevision): Promise<void> {
    return this.publishing.creditAfterwards(ctx, article, revision);
  }

  /** What was live before is live again. */
  async restore(ctx: SiteCtx, article: Article, revisionId: number): Promise<void> {
    const former = await this.db.site(ctx, ArticleRevision).findOne({ id: revisionId });
    if (!former) throw new Error(`revision ${revisionId} is gone`);
    await this.publishing.goLive(ctx, article, former, 'restore');
  }

  takeDown(ctx: SiteCtx, article: Article, reason: string): Promise<void> {
    return this.publishing.takeDown(ctx, article, reason);
  }

  /** An approved text that may not go out after all: a draft again, with the reason where its author reads it. */
  async sendBackAtGate(
    ctx: SiteCtx,
    article: Article,
    revision: ArticleRevision,
    reason: string,
  ): Promise<void> {
    revision.state = reviewFor(revision).next('reopen', revision.state);
    await this.db.site(ctx, ArticleRevision).save(revision);
    if (article.state === 'scheduled') article.state = articleLife.next('unschedule', article.state);
    article.reviewState = revision.state;
    article.scheduledFor = null;
    article.isSentBack = true;
    await this.db.site(ctx, Article).save(article);
    const words = `发布前检查未通过：${reason}`.slice(0, 500);
    await this.publishing.signStep(ctx, article, revision, 'sendBack', words);
  }
}
