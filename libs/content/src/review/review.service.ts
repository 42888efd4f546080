import { Injectable } from '@nestjs/common';
import { canDo, must, shanghaiMinute, type EditorCtx } from '@zhanqun/kernel';
import type { Article } from '../article/article.entity';
import { articleLife } from '../article/article-life';
import { ArticleService } from '../article/article.service';
import { kindOf } from '../kind/kind';
import type { ArticleRevision } from '../revision/article-revision.entity';
import { plainText } from '../rich-text/rich-text';
import { planOf, reviewFor, stepIn, type PlannedStep } from './plan/review-plan';
import { Releasing } from './releasing';
import { PASS_OF, reviewOf, STEP_LABELS, type ReviewStepName } from './review';
import {
  bodyEmpty,
  notPublished,
  opinionTooLong,
  recallNotOwn,
  returnReasonMissing,
  reviewMoveRefused,
  scheduleNotFuture,
  selfReviewForbidden,
  sendBackReasonMissing,
  stepUnclear,
  withdrawReasonMissing,
} from './review.errors';
import { holds, Reviewers, type RoundFacts } from './reviewers';
import { SecrecyRecords, type SecrecyVerdict } from './secrecy/secrecy-records';
import { reasonIn, Signing, type Decided } from './signing';
import { ReviewTemplates } from './template/review-templates';
import { writersOf } from './writers';

export type { Decided } from './signing';
export { writersOf } from './writers';

export interface Passing {
  /** Needed only where the person could pass more than one of parallel steps. */
  readonly step?: ReviewStepName;
  /** Version of the words that were read. */
  readonly version?: number;
  readonly opinion?: string;
  /** For 保密审查. */
  readonly secrecy?: SecrecyVerdict;
}
export interface SendingBack {
  readonly version?: number;
  /** An earlier step instead of the author. */
  readonly to?: ReviewStepName;
  readonly secrecy?: SecrecyVerdict;
}

const FURTHEST_SCHEDULE_MS = 366 * 86_400_000;

/** 三审三校. `version` is the version of the words the person read: newer words are never decided on unread. */
@Injectable()
export class ReviewService {
  constructor(
    private readonly signing: Signing,
    private readonly templates: ReviewTemplates,
    private readonly reviewers: Reviewers,
    private readonly releasing: Releasing,
    private readonly secrecy: SecrecyRecords,
    private readonly articles: ArticleService,
  ) {}

  /** 送审: freezes the plan that holds for this kind and importance and begins a new round. */
  async submit(ctx: EditorCtx, id: number, version?: number): Promise<Decided> {
    await this.releasing.prepare(ctx, id);
    return this.signing.deciding(ctx, id, 'submit', version, async (ctx, article, revision) => {
      const plan = await this.templates.planFor(ctx, article.kind, revision.importance);
      const next = reviewOf(plan.steps).next('submit', revision.state);
      if (kindOf(article.kind).body === 'required' && isEmpty(revision)) throw bodyEmpty({ articleId: id });
      await this.releasing.check(ctx, article, revision);
      revision.state = next;
      revision.steps = plan.steps.map((step) => step.key);
      revision.plan = plan;
      revision.round += 1;
      revision.submittedById = ctx.actor.accountId;
      revision.submittedAt = ctx.now;
      article.importance = revision.importance;
      article.wasSubmitted = true;
      article.isSentBack = false;
      await this.articles.forgetTyped(ctx, id);
      await this.signing.sign(ctx, article, revision, { decision: 'submit', what: '送审' });
    });
  }

  passInitial(ctx: EditorCtx, id: number, version?: number): Promise<Decided> {
    return this.pass(ctx, id, { step: 'initialReview', ...(version === undefined ? {} : { version }) });
  }

  passSecond(ctx: EditorCtx, id: number, version?: number): Promise<Decided> {
    return this.pass(ctx, id, { step: 'secondReview', ...(version === undefined ? {} : { version }) });
  }

  passFinal(ctx: EditorCtx, id: number, version?: number): Promise<Decided> {
    return this.pass(ctx, id, { step: 'finalReview', ...(version === undefined ? {} : { version }) });
  }

  /**
   * 通过 one step. The last pass sets the text free. Raises why this person may not: no right, own words, another
   * step passed already, taken on by a colleague; 保密审查 wants its record.
   */
  async pass(ctx: EditorCtx, id: number, passing: Passing = {}): Promise<Decided> {
    const opinion = opinionIn(passing.opinion);
    return this.signing.deciding(ctx, id, 'read', passing.version, async (ctx, article, revision) => {
      const facts = await this.reviewers.factsOf(ctx, revision);
      const step = this.stepToPass(ctx, article, revision, facts, passing.step);
      const principal = this.reviewers.principalFor(ctx, article, step, facts);
      const passed = facts.passes.map((pass) => pass.step as ReviewStepName);
      const next = reviewFor(revision).pass(step.key, revision.state, passed);
      this.reviewers.refuse(ctx, article, revision, step.key, principal, facts);
      if (step.key === 'secrecyReview') await this.secrecy.filePass(ctx, article, revision, passing.secrecy);
      revision.state = next;
      const what = `${step.name}通过`;
      await this.signing.sign(ctx, article, revision, {
        decision: 'pass',
        what,
        reason: opinion,
        step: step.key,
        principal,
      });
      if (next !== 'approved') return;
      revision.approvedAt = ctx.now;
      await this.releasing.release(ctx, article, revision);
    });
  }

  /** 退回 with a reason, from any step: to the author, or to an earlier step, which then decides anew. */
  async sendBack(
    ctx: EditorCtx,
    id: number,
    reason: string,
    sending: SendingBack | number = {},
  ): Promise<Decided> {
    const { version, to, secrecy } = typeof sending === 'number' ? { version: sending } : sending;
    const words = reasonIn(reason);
    if (words === null) throw to ? returnReasonMissing() : sendBackReasonMissing();
    return this.signing.deciding(ctx, id, 'read', version, async (ctx, article, revision) => {
      const step = revision.state as ReviewStepName;
      const review = reviewFor(revision);
      await this.refuseSendingBack(ctx, article, revision);
      const next = to ? review.returnTo(to, revision.state) : review.next('sendBack', revision.state);
      const { name } = stepIn(planOf(revision), step) ?? { name: STEP_LABELS[step] };
      if (secrecy) await this.secrecy.file(ctx, article, revision, secrecy);
      revision.state = next;
      article.isSentBack = !to;
      await this.signing.sign(ctx, article, revision, {
        decision: to ? 'returnTo' : 'sendBack',
        what: to ? `${name}退到${stepIn(planOf(revision), to)?.name ?? to}` : `${name}退回`,
        reason: words,
        step,
        toStep: to ?? null,
      });
    });
  }

  /** 撤回送审 by the person who submitted it. */
  async recall(ctx: EditorCtx, id: number): Promise<Decided> {
    return this.signing.deciding(ctx, id, 'submit', undefined, async (ctx, article, revision) => {
      const next = reviewFor(revision).next('recall', revision.state);
      if (revision.submittedById !== ctx.actor.accountId) throw recallNotOwn({ articleId: id });
      revision.state = next;
      await this.signing.sign(ctx, article, revision, { decision: 'recall', what: '撤回送审' });
    });
  }

  /** 撤稿: the page is gone at once; the text can come back only through another review. */
  async withdraw(ctx: EditorCtx, id: number, reason: string): Promise<Article> {
    const words = reasonIn(reason);
    if (words === null) throw withdrawReasonMissing();
    return this.signing.within(ctx, async (ctx) => {
      const article = await this.articles.getForChange(ctx, id, 'withdraw');
      if (!articleLife.allows('withdraw', article.state)) throw notPublished({ articleId: id });
      await this.releasing.takeDown(ctx, article, words);
      return article;
    });
  }

  /** 重新发布 a withdrawn article: its text goes through review again. */
  async republish(ctx: EditorCtx, id: number): Promise<Decided> {
    return this.signing.within(ctx, async (ctx) => {
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
    return this.signing.deciding(ctx, id, 'read', undefined, async (ctx, article, revision) => {
      must(ctx, revision.state === 'draft' ? 'update' : 'publish', article);
      article.scheduledFor = at;
      const what = at ? `定于 ${shanghaiMinute(at)} 发布` : '取消定时发布';
      const reason = at ? shanghaiMinute(at) : '';
      await this.signing.sign(ctx, article, revision, { decision: 'schedule', what, reason });
      if (revision.state === 'approved') await this.releasing.release(ctx, article, revision);
    });
  }

  /** The step that is meant: named, or the only one that this person could pass. */
  private stepToPass(
    ctx: EditorCtx,
    article: Article,
    revision: ArticleRevision,
    facts: RoundFacts,
    named: ReviewStepName | undefined,
  ): PlannedStep {
    const plan = planOf(revision);
    if (named) {
      const step = stepIn(plan, named);
      if (!step) throw reviewMoveRefused({ move: PASS_OF[named], state: revision.state });
      return step;
    }
    const open = this.reviewers.open(ctx, article, revision, facts, plan.steps);
    if (open.length > 1) throw stepUnclear({ steps: open.map((step) => step.name) });
    const [only = stepIn(plan, revision.state as ReviewStepName)] = open;
    if (!only) throw reviewMoveRefused({ move: 'pass', state: revision.state });
    return only;
  }

  /** Who may send back: reviewers of the site, its administrators, and whoever could pass the running step. */
  private async refuseSendingBack(
    ctx: EditorCtx,
    article: Article,
    revision: ArticleRevision,
  ): Promise<void> {
    const principals = await this.reviewers.principals(ctx);
    const step = stepIn(planOf(revision), revision.state as ReviewStepName);
    const isReviewer = principals.some(
      (each) => canDo(each, 'sendBack', article) || (step !== null && holds(each, article, step)),
    );
    if (!isReviewer) must(ctx, 'sendBack', article);
    if (writersOf(article, revision).includes(ctx.actor.accountId))
      throw selfReviewForbidden({ articleId: article.id });
  }
}

/** Neither words nor a picture nor a file. */
export function isEmpty(revision: ArticleRevision): boolean {
  return (
    plainText(revision.body) === '' && !/<img\s/.test(revision.body) && revision.attachments.length === 0
  );
}

/** An opinion may be left out. */
export function opinionIn(text: string | undefined): string {
  if (!text?.trim()) return '';
  const words = reasonIn(text);
  if (words === null) throw opinionTooLong();
  return words;
}
