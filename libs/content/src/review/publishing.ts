import { Injectable } from '@nestjs/common';
import type { SiteCtx } from '@zhanqun/kernel';
import { Audit, Db, Outbox, PurgeLog } from '@zhanqun/platform';
import { gone } from '@zhanqun/theming';
import { Article, type WithdrawnWay } from '../article/article.entity';
import { ArticlePublished, ArticleWithdrawn } from '../article/article.events';
import { articleLife } from '../article/article-life';
import { ArticlePlacing } from '../article/article-placing';
import { revisionOf } from '../article/article-rows';
import { showHead, textOf } from '../article/article-writing';
import { articlePageTag } from '../channel/channel-tags';
import { IndexNumbers } from '../index-number/index-number.service';
import { kindOf } from '../kind/kind';
import { ArticleRevision } from '../revision/article-revision.entity';
import { ArticleExpires } from '../timing/timing.events';
import { ArticleSigned, isTold } from './news/article-signed.event';
import { reviewFor, standingPasses } from './plan/review-plan';
import { ReviewStep } from './review-step.entity';

/**
 * 发布与撤下: the only place where a text becomes or stops being what citizens read. Everything happens in
 * the caller's transaction: rows, trail, announcement and purges are stored together or not at all.
 */
@Injectable()
export class Publishing {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly purges: PurgeLog,
    private readonly placing: ArticlePlacing,
    private readonly indexNumbers: IndexNumbers,
  ) {}

  /**
   * Puts an approved revision live. The time on the page is the server's clock at this moment for a first
   * publication and stays ever after; nothing can be dated back.
   */
  async goLive(
    ctx: SiteCtx,
    article: Article,
    revision: ArticleRevision,
    move: 'publish' | 'publishUrgently' | 'restore' = 'publish',
  ): Promise<void> {
    const isFirst = article.publishedAt === null;
    const wereLinkedTo = [article.interpretsArticleId, article.successorArticleId];
    await this.supersede(ctx, article);
    revision.state = reviewFor(revision).next(move, revision.state);
    revision.credits = await this.creditsOf(ctx, revision);
    await this.db.site(ctx, ArticleRevision).save(revision);

    showHead(article, textOf(revision));
    article.state = articleLife.next('publish', article.state);
    article.liveRevisionId = revision.id;
    // A former text that comes back leaves alone what is being worked on.
    if (move !== 'restore') {
      article.openRevisionId = null;
      article.reviewState = null;
      article.scheduledFor = null;
    }
    article.withdrawnAt = null;
    article.withdrawnReason = '';
    article.withdrawnWay = null;
    article.mergedIntoId = null;
    if (isFirst) article.publishedAt = ctx.now;
    else article.revisedAt = ctx.now;
    if (kindOf(article.kind).hasIndexNumber)
      article.indexNumber ??= await this.indexNumbers.allocate(ctx, article.publishedAt ?? ctx.now);
    await this.db.site(ctx, Article).save(article);

    await this.signStep(ctx, article, revision, move === 'restore' ? 'restore' : 'publish');
    await this.record(ctx, 'article.publish', article, isFirst ? '发布' : '发布修改后的', {
      revisionId: revision.id,
    });
    await this.outbox.add(ctx, new ArticlePublished(article.id, revision.id, isFirst));
    await this.promiseEnd(ctx, article);
    const tags = [
      ...(await this.placing.tagsAround(ctx, article)),
      ...(await this.placing.keepBlankness(ctx, [article.channelId])),
    ];
    for (const linkedId of wereLinkedTo) if (linkedId !== null) tags.push(articlePageTag(linkedId));
    await this.purges.add(ctx, tags);
  }

  /**
   * Takes the live text away: pages that show it are forgotten for good, not kept as a fallback. What was
   * approved for later goes back to draft, so that the clock does not bring the article back.
   */
  async takeDown(
    ctx: SiteCtx,
    article: Article,
    reason: string,
    way: WithdrawnWay = 'gone',
    mergedIntoId: number | null = null,
  ): Promise<void> {
    await this.cancelApproved(ctx, article);
    article.state = articleLife.next('withdraw', article.state);
    const revision = await this.supersede(ctx, article);
    if (!revision) throw new Error(`article ${article.id} is published without a live revision`);
    const tags = await this.placing.tagsAround(ctx, article);
    Object.assign(article, {
      liveRevisionId: null,
      withdrawnAt: ctx.now,
      withdrawnReason: reason,
      withdrawnWay: way,
      mergedIntoId,
      expiresAt: null,
      isPinned: false,
      pinRank: 0,
      pinnedUntil: null,
    });
    await this.db.site(ctx, Article).save(article);

    await this.signStep(ctx, article, revision, 'withdraw', reason);
    const detail = { reason, way, mergedIntoId, revisionId: revision.id };
    await this.record(ctx, 'article.withdraw', article, way === 'expired' ? '到期撤下' : '撤下', detail);
    await this.outbox.add(ctx, new ArticleWithdrawn(article.id, reason));
    tags.push(...(await this.placing.keepBlankness(ctx, [article.channelId])));
    await this.purges.add(ctx, gone(tags));
  }

  /** Names of reviewers who passed a text after it went live. */
  async creditAfterwards(ctx: SiteCtx, article: Article, revision: ArticleRevision): Promise<void> {
    revision.credits = await this.creditsOf(ctx, revision);
    revision.approvedAt = ctx.now;
    const { credits, approvedAt } = revision;
    await this.db.site(ctx, ArticleRevision).updateWhere({ id: revision.id }, { credits, approvedAt });
    if (article.liveRevisionId === revision.id) await this.purges.add(ctx, [articlePageTag(article.id)]);
  }

  /** One signed line in the trail of a text. */
  async signStep(
    ctx: SiteCtx,
    article: Article,
    revision: ArticleRevision,
    decision: ReviewStep['decision'],
    reason = '',
    step: ReviewStep['step'] = null,
  ): Promise<void> {
    const steps = this.db.site(ctx, ReviewStep);
    await steps.save(
      steps.build({
        articleId: article.id,
        revisionId: revision.id,
        round: revision.round,
        step,
        decision,
        reason,
        version: revision.version,
        byId: ctx.actor?.accountId ?? 0,
        byName: ctx.actor?.name ?? '',
        at: ctx.now,
      }),
    );
    const { id: revisionId } = revision;
    if (isTold(decision))
      await this.outbox.add(
        ctx,
        new ArticleSigned(article.id, revisionId, decision, ctx.actor?.accountId ?? 0, reason),
      );
  }

  /** An end that was set before the text went live begins to run now. */
  private async promiseEnd(ctx: SiteCtx, { id, expiresAt }: Article): Promise<void> {
    if (!expiresAt) return;
    const event = new ArticleExpires(id, expiresAt.toISOString());
    await this.outbox.add(ctx, event, { runAfter: expiresAt, uniqueKey: String(id) });
  }

  private async cancelApproved(ctx: SiteCtx, article: Article): Promise<void> {
    if (article.reviewState !== 'approved' || article.openRevisionId === null) return;
    const revision = await revisionOf(this.db, ctx, article.openRevisionId);
    revision.state = reviewFor(revision).next('reopen', revision.state);
    await this.db.site(ctx, ArticleRevision).save(revision);
    article.reviewState = revision.state;
    article.scheduledFor = null;
    await this.signStep(ctx, article, revision, 'reopen', '因撤稿取消定时发布');
  }

  private async supersede(ctx: SiteCtx, article: Article): Promise<ArticleRevision | null> {
    if (article.liveRevisionId === null) return null;
    const revisions = this.db.site(ctx, ArticleRevision);
    const live = await revisions.findOne({ id: article.liveRevisionId });
    if (!live) throw new Error(`revision ${article.liveRevisionId} is gone`);
    live.state = reviewFor(live).next('supersede', live.state);
    await revisions.updateWhere({ id: live.id }, { state: live.state });
    return live;
  }

  private async creditsOf(ctx: SiteCtx, revision: ArticleRevision): Promise<ArticleRevision['credits']> {
    const { id: revisionId, round } = revision;
    const lines = await this.db
      .site(ctx, ReviewStep)
      .find({ where: { revisionId, round }, order: { id: 'ASC' } });
    const passes = standingPasses(reviewFor(revision), lines);
    return { editor: revision.savedByName, reviewers: passes.map((pass) => pass.byName) };
  }

  private async record(
    ctx: SiteCtx,
    action: string,
    article: Article,
    what: string,
    detail: Record<string, unknown>,
  ): Promise<void> {
    const summary = `${what}《${article.title}》`;
    await this.audit.record(ctx, { action, subject: 'Article', subjectId: article.id, summary, detail });
  }
}
