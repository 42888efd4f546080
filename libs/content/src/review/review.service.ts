import { Injectable } from '@nestjs/common';
import { must, shanghaiMinute, type EditorCtx, type SiteCtx } from '@zhanqun/kernel';
import { Audit, Db, Outbox } from '@zhanqun/platform';
import { Regulations } from '@zhanqun/tenancy';
import { Article } from '../article/article.entity';
import { PublishScheduled } from '../article/article.events';
import { articleLife } from '../article/article-life';
import { ArticleService, refuseStale } from '../article/article.service';
import { characterCount, isStorable } from '../article/article-text';
import { ArticleRevision } from '../revision/article-revision.entity';
import { plainText } from '../rich-text/rich-text';
import { WorkingCopy } from '../working-copy/working-copy.entity';
import { Publishing } from './publishing';
import {
  PASS_OF,
  reviewerRefusal,
  reviewOf,
  STEP_LABELS,
  STEP_OF,
  type PassMove,
  type ReviewStepName,
} from './review';
import {
  bodyEmpty,
  notPublished,
  recallNotOwn,
  sameReviewerForbidden,
  scheduleNotFuture,
  selfReviewForbidden,
  sendBackReasonMissing,
  withdrawReasonMissing,
} from './review.errors';
import { ReviewStep, type ReviewDecision } from './review-step.entity';
import { SubmitGates } from './submit-gate';

export interface Decided {
  readonly article: Article;
  readonly revision: ArticleRevision;
}

const LONGEST_REASON = 500;
const FURTHEST_SCHEDULE_MS = 366 * 86_400_000;

/** 三审三校. `version` is the version of the words the person read: newer words are never decided on unread. */
@Injectable()
export class ReviewService {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly regulations: Regulations,
    private readonly articles: ArticleService,
    private readonly publishing: Publishing,
    private readonly gates: SubmitGates,
  ) {}

  /** 送审: freezes the steps that the regulation asks of this importance and begins a new round. */
  async submit(ctx: EditorCtx, id: number, version?: number): Promise<Decided> {
    return this.deciding(ctx, id, 'submit', version, async (ctx, article, revision) => {
      const steps = this.stepsFor(ctx, revision);
      const next = reviewOf(steps).next('submit', revision.state);
      if (isEmpty(revision)) throw bodyEmpty({ articleId: id });
      await this.gates.open(ctx, article, revision);
      revision.state = next;
      revision.steps = steps;
      revision.round += 1;
      revision.submittedById = ctx.actor.accountId;
      revision.submittedAt = ctx.now;
      article.importance = revision.importance;
      article.wasSubmitted = true;
      article.isSentBack = false;
      await this.db.site(ctx, WorkingCopy).removeWhere({ articleId: id, accountId: ctx.actor.accountId });
      await this.sign(ctx, article, revision, 'submit', '送审');
    });
  }

  passInitial(ctx: EditorCtx, id: number, version?: number): Promise<Decided> {
    return this.pass(ctx, id, 'passInitial', version);
  }

  passSecond(ctx: EditorCtx, id: number, version?: number): Promise<Decided> {
    return this.pass(ctx, id, 'passSecond', version);
  }

  passFinal(ctx: EditorCtx, id: number, version?: number): Promise<Decided> {
    return this.pass(ctx, id, 'passFinal', version);
  }

  /** 退回 to the author, from any step, with a reason. */
  async sendBack(ctx: EditorCtx, id: number, reason: string, version?: number): Promise<Decided> {
    const words = reasonIn(reason);
    if (words === null) throw sendBackReasonMissing();
    return this.deciding(ctx, id, 'sendBack', version, async (ctx, article, revision) => {
      const step = revision.state as ReviewStepName;
      const next = reviewOf(stepsOf(revision)).next('sendBack', revision.state);
      if (writersOf(article, revision).includes(ctx.actor.accountId))
        throw selfReviewForbidden({ articleId: id });
      revision.state = next;
      article.isSentBack = true;
      await this.sign(ctx, article, revision, 'sendBack', `${STEP_LABELS[step]}退回`, words, step);
    });
  }

  /** 撤回送审 by the person who submitted it. */
  async recall(ctx: EditorCtx, id: number): Promise<Decided> {
    return this.deciding(ctx, id, 'submit', undefined, async (ctx, article, revision) => {
      const next = reviewOf(stepsOf(revision)).next('recall', revision.state);
      if (revision.submittedById !== ctx.actor.accountId) throw recallNotOwn({ articleId: id });
      revision.state = next;
      await this.sign(ctx, article, revision, 'recall', '撤回送审');
    });
  }

  /** 撤稿: the page is gone at once; the text can come back only through another review. */
  async withdraw(ctx: EditorCtx, id: number, reason: string): Promise<Article> {
    const words = reasonIn(reason);
    if (words === null) throw withdrawReasonMissing();
    return this.db.transaction(ctx, async (ctx) => {
      const article = await this.articles.getForChange(ctx, id, 'withdraw');
      if (!articleLife.allows('withdraw', article.state)) throw notPublished({ articleId: id });
      await this.cancelApproved(ctx, article);
      await this.publishing.takeDown(ctx, article, words);
      return article;
    });
  }

  /** 重新发布 a withdrawn article: its text goes through review again. */
  async republish(ctx: EditorCtx, id: number): Promise<Decided> {
    return this.db.transaction(ctx, async (ctx) => {
      const article = await this.articles.getForChange(ctx, id, 'submit');
      articleLife.next('publish', article.state);
      if (article.openRevisionId === null) await this.articles.revise(ctx, id);
      return this.submit(ctx, id);
    });
  }

  /**
   * 定时发布: sets or clears (null) the time. An approved text without a time goes live now. The time is
   * kept while the text is in review and holds from the last pass on.
   */
  async schedule(ctx: EditorCtx, id: number, at: Date | null): Promise<Decided> {
    if (at && (at <= ctx.now || at.getTime() > ctx.now.getTime() + FURTHEST_SCHEDULE_MS)) {
      throw scheduleNotFuture({ at: at.toISOString() });
    }
    return this.deciding(ctx, id, 'read', undefined, async (ctx, article, revision) => {
      must(ctx, revision.state === 'draft' ? 'update' : 'publish', article);
      article.scheduledFor = at;
      const summary = at ? `定于 ${shanghaiMinute(at)} 发布` : '取消定时发布';
      await this.sign(ctx, article, revision, 'schedule', summary, at ? shanghaiMinute(at) : '');
      if (revision.state === 'approved') await this.release(ctx, article, revision);
    });
  }

  /** The steps this text would go through if it were submitted now. */
  stepsFor(ctx: SiteCtx, revision: Pick<ArticleRevision, 'importance'>): readonly ReviewStepName[] {
    return this.regulations.for(ctx.site).reviewSteps(revision.importance);
  }

  private async pass(
    ctx: EditorCtx,
    id: number,
    move: PassMove,
    version: number | undefined,
  ): Promise<Decided> {
    return this.deciding(ctx, id, move, version, async (ctx, article, revision) => {
      const step = STEP_OF[move];
      const next = reviewOf(stepsOf(revision)).next(move, revision.state);
      await this.refuseReviewer(ctx, article, revision, step);
      revision.state = next;
      await this.sign(ctx, article, revision, 'pass', `${STEP_LABELS[step]}通过`, '', step);
      if (next !== 'approved') return;
      revision.approvedAt = ctx.now;
      await this.release(ctx, article, revision);
    });
  }

  /** An approved text goes live now, or waits for its time. */
  private async release(ctx: EditorCtx, article: Article, revision: ArticleRevision): Promise<void> {
    await this.gates.open(ctx, article, revision);
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

  /** What was approved before a withdrawal must not bring the article back by the clock. */
  private async cancelApproved(ctx: EditorCtx, article: Article): Promise<void> {
    if (article.reviewState !== 'approved') return;
    const revision = await this.articles.getOpenRevision(ctx, article);
    revision.state = reviewOf(stepsOf(revision)).next('reopen', revision.state);
    await this.db.site(ctx, ArticleRevision).save(revision);
    article.reviewState = revision.state;
    article.scheduledFor = null;
    await this.sign(ctx, article, revision, 'reopen', '因撤稿取消定时发布');
  }

  private async refuseReviewer(
    ctx: EditorCtx,
    article: Article,
    revision: ArticleRevision,
    step: ReviewStepName,
  ): Promise<void> {
    const { id: revisionId, round } = revision;
    const passes = await this.db
      .site(ctx, ReviewStep)
      .select(['step', 'byId'], { where: { revisionId, round, decision: 'pass' } });
    const refusal = reviewerRefusal(ctx.actor.accountId, {
      writerIds: writersOf(article, revision),
      passesOfRound: passes.map((pass) => ({ step: pass.step as ReviewStepName, byId: pass.byId })),
      distinctReviewers: this.regulations.for(ctx.site).switches.distinctReviewers?.value !== false,
    });
    if (refusal === 'selfReview') throw selfReviewForbidden({ articleId: article.id });
    if (refusal === 'sameReviewer') throw sameReviewerForbidden({ articleId: article.id, step });
  }

  /** Loads and locks, asks, lets `decide` change, stores. One transaction. */
  private deciding(
    ctx: EditorCtx,
    id: number,
    action: string,
    version: number | undefined,
    decide: (ctx: EditorCtx, article: Article, revision: ArticleRevision) => Promise<void>,
  ): Promise<Decided> {
    return this.db.transaction(ctx, async (ctx) => {
      const article = await this.articles.getForChange(ctx, id, action);
      const revision = await this.articles.getOpenRevision(ctx, article);
      if (version !== undefined) refuseStale(revision, version);
      await decide(ctx, article, revision);
      if (revision.state !== 'live') {
        article.reviewState = revision.state;
        await this.db.site(ctx, ArticleRevision).save(revision);
        await this.db.site(ctx, Article).save(article);
      }
      return { article, revision };
    });
  }

  private async sign(
    ctx: EditorCtx,
    article: Article,
    revision: ArticleRevision,
    decision: ReviewDecision,
    what: string,
    reason = '',
    step: ReviewStepName | null = null,
  ): Promise<void> {
    await this.publishing.signStep(ctx, article, revision, decision, reason, step);
    const action = `article.${decision === 'pass' && step ? PASS_OF[step] : decision}`;
    await this.audit.record(ctx, {
      action,
      subject: 'Article',
      subjectId: article.id,
      summary: `${what}《${revision.title}》`,
      detail: { revisionId: revision.id, version: revision.version, round: revision.round, reason },
    });
  }
}

/** A draft that was never submitted has no frozen steps; asking the table with one step refuses every review move. */
function stepsOf(revision: ArticleRevision): readonly ReviewStepName[] {
  return revision.steps.length > 0 ? revision.steps : ['initialReview'];
}

/** Everybody whose own text this is: who began the article, who wrote words of it, who submitted it. */
export function writersOf(
  article: Pick<Article, 'authorId'>,
  revision: Pick<ArticleRevision, 'writerIds' | 'submittedById'>,
): number[] {
  const submitter = revision.submittedById === null ? [] : [revision.submittedById];
  return [...new Set([article.authorId, ...revision.writerIds, ...submitter])];
}

function isEmpty(revision: ArticleRevision): boolean {
  return (
    plainText(revision.body) === '' && !/<img\s/.test(revision.body) && revision.attachments.length === 0
  );
}

function reasonIn(text: string): string | null {
  const words = text.trim();
  const isUsable = words !== '' && characterCount(words) <= LONGEST_REASON && isStorable(words);
  return isUsable ? words : null;
}
