import { Injectable } from '@nestjs/common';
import type { EditorCtx } from '@zhanqun/kernel';
import { Db } from '@zhanqun/platform';
import type { Article } from '../../article/article.entity';
import { ArticleService } from '../../article/article.service';
import { ArticleRevision } from '../../revision/article-revision.entity';
import { planOf, reviewFor, stepIn, type PlannedStep } from '../plan/review-plan';
import { Releasing } from '../releasing';
import { PASS_OF, type ReviewStepName } from '../review';
import { reviewMoveRefused, selfReviewForbidden, sendBackReasonMissing } from '../review.errors';
import { opinionIn, type Passing } from '../review.service';
import { Reviewers, type Principal, type RoundFacts } from '../reviewers';
import { SecrecyRecords } from '../secrecy/secrecy-records';
import { reasonIn, Signing } from '../signing';
import { EmergencyPublication } from './emergency.entity';
import { emergencyClosed, emergencyNotFound } from './emergency.errors';

interface Completing {
  readonly emergency: EmergencyPublication;
  readonly article: Article;
  readonly revision: ArticleRevision;
  readonly step: PlannedStep;
  readonly principal: Principal;
  readonly facts: RoundFacts;
}

/**
 * 补审: the steps that an urgent text still owes, by the same table and the same separation of duties. Who
 * published it urgently passes none of them. A failed one takes the text away: what was live before comes back,
 * else the article is withdrawn.
 */
@Injectable()
export class CompletingReview {
  constructor(
    private readonly db: Db,
    private readonly signing: Signing,
    private readonly reviewers: Reviewers,
    private readonly releasing: Releasing,
    private readonly secrecy: SecrecyRecords,
    private readonly articles: ArticleService,
  ) {}

  async pass(ctx: EditorCtx, id: number, passing: Passing = {}): Promise<EmergencyPublication> {
    const reason = opinionIn(passing.opinion);
    return this.completing(ctx, id, passing.step, async (ctx, { emergency, article, revision, ...by }) => {
      const { step, principal, facts } = by;
      if (step.key === 'secrecyReview') await this.secrecy.filePass(ctx, article, revision, passing.secrecy);
      const passed = facts.passes.map((pass) => pass.step as ReviewStepName);
      const next = reviewFor(revision).pass(step.key, emergency.reviewState, passed);
      const what = `补审：${step.name}通过`;
      await this.signing.sign(ctx, article, revision, {
        decision: 'pass',
        what,
        reason,
        step: step.key,
        principal,
      });
      emergency.reviewState = next;
      if (next !== 'approved') return;
      emergency.state = 'passed';
      emergency.closedAt = ctx.now;
      await this.releasing.approveAfterwards(ctx, article, revision);
    });
  }

  /** 补审未通过. */
  async fail(ctx: EditorCtx, id: number, reason: string): Promise<EmergencyPublication> {
    const words = reasonIn(reason);
    if (words === null) throw sendBackReasonMissing();
    return this.completing(ctx, id, undefined, async (ctx, { emergency, article, revision, ...by }) => {
      const { step, principal } = by;
      const what = '补审未通过';
      await this.signing.sign(ctx, article, revision, {
        decision: 'fail',
        what,
        reason: words,
        step: step.key,
        principal,
      });
      emergency.state = 'failed';
      emergency.failedReason = words;
      emergency.closedAt = ctx.now;
      // What has been replaced by a reviewed text or withdrawn already is no longer before the public.
      if (article.liveRevisionId !== revision.id) return;
      if (emergency.formerRevisionId === null)
        await this.releasing.takeDown(ctx, article, `应急发布后补审未通过：${words}`.slice(0, 500));
      else await this.releasing.restore(ctx, article, emergency.formerRevisionId);
    });
  }

  private completing(
    ctx: EditorCtx,
    id: number,
    named: ReviewStepName | undefined,
    decide: (ctx: EditorCtx, about: Completing) => Promise<void>,
  ): Promise<EmergencyPublication> {
    return this.signing.within(ctx, async (ctx) => {
      const rows = this.db.site(ctx, EmergencyPublication);
      const emergency = await rows.findOne({ id }, { lock: 'write' });
      if (!emergency) throw emergencyNotFound({ id });
      const article = await this.articles.getForChange(ctx, emergency.articleId, 'read');
      if (emergency.state !== 'pending') throw emergencyClosed({ id });
      const revision = await this.articles.getRevision(ctx, emergency.revisionId);
      const facts = await this.reviewers.factsOf(ctx, revision);
      const step = this.stepOf(ctx, emergency, article, revision, facts, named);
      const principal = this.reviewers.principalFor(ctx, article, step, facts);
      if ([ctx.actor.accountId, principal.accountId].includes(emergency.byId))
        throw selfReviewForbidden({ articleId: article.id });
      this.reviewers.refuse(ctx, article, revision, step.key, principal, facts);
      await decide(ctx, { emergency, article, revision, step, principal, facts });
      await rows.save(emergency);
      return emergency;
    });
  }

  private stepOf(
    ctx: EditorCtx,
    { reviewState }: EmergencyPublication,
    article: Article,
    revision: ArticleRevision,
    facts: RoundFacts,
    named: ReviewStepName | undefined,
  ): PlannedStep {
    const plan = planOf(revision);
    const [open] = this.reviewers.open(ctx, article, revision, facts, plan.steps, reviewState);
    const step = named ? stepIn(plan, named) : (open ?? stepIn(plan, reviewState as ReviewStepName));
    if (!step) throw reviewMoveRefused({ move: named ? PASS_OF[named] : 'pass', state: reviewState });
    return step;
  }
}
