import { Injectable, Optional } from '@nestjs/common';
import { canDo, must, type Ability, type EditorCtx, type SiteCtx } from '@zhanqun/kernel';
import { AbilityFactory, Db } from '@zhanqun/platform';
import type { Article } from '../article/article.entity';
import type { ArticleRevision } from '../revision/article-revision.entity';
import { Delegations } from './delegation/delegations';
import { REVIEWER_ACTIONS, reviewFor, standingPasses, type PlannedStep } from './plan/review-plan';
import { reviewerRefusal, type ReviewStepName, type RevisionState } from './review';
import { sameReviewerForbidden, selfReviewForbidden, stepNotYours, takenByOther } from './review.errors';
import { ReviewStep } from './review-step.entity';
import { ReviewAssignment } from './rework/review-assignment.entity';
import { writersOf } from './writers';

/** Whose right a step is passed with: the person's own, or that of somebody who is away. */
export interface Principal {
  readonly accountId: number;
  readonly name: string;
  readonly organisationId: number | null;
  readonly ability: Ability;
}

/** What of a text decides who may pass it. */
export type Judged = Pick<ArticleRevision, 'state' | 'steps' | 'plan' | 'writerIds' | 'submittedById'>;

/** What is known of a running round without asking again for every step. */
export interface RoundFacts {
  readonly passes: readonly ReviewStep[];
  readonly assignments: readonly ReviewAssignment[];
  /** The person of the context and everybody they stand in for now. */
  readonly principals: readonly Principal[];
}

/** 审核人: who may pass which step of which text. Rights, absence and separation of duties in one place. */
@Injectable()
export class Reviewers {
  constructor(
    private readonly db: Db,
    private readonly delegations: Delegations,
    /** The citizens' process has no accounts; nobody reviews there. */
    @Optional() private readonly abilities?: AbilityFactory,
  ) {}

  async factsOf(ctx: EditorCtx, revision: ArticleRevision): Promise<RoundFacts> {
    const [passes, assignments, principals] = [
      await this.standing(ctx, revision),
      await this.db.site(ctx, ReviewAssignment).find({
        where: { revisionId: revision.id, round: revision.round },
      }),
      await this.principals(ctx),
    ];
    return { passes, assignments, principals };
  }

  /** The passes of the running round that stand. */
  async standing(
    ctx: SiteCtx,
    revision: Pick<ArticleRevision, 'id' | 'round' | 'steps' | 'plan'>,
  ): Promise<ReviewStep[]> {
    const lines = await this.db.site(ctx, ReviewStep).find({
      where: { revisionId: revision.id, round: revision.round },
      order: { id: 'ASC' },
    });
    return standingPasses(reviewFor(revision), lines);
  }

  /** The person, then those who are away and named this person as their stand-in at this site. */
  async principals(ctx: EditorCtx): Promise<Principal[]> {
    const { accountId, name, organisationId } = ctx.actor;
    const own: Principal = { accountId, name, organisationId, ability: ctx.ability };
    const { abilities } = this;
    if (!abilities) return [own];
    const absent = await this.delegations.standingInFor(ctx);
    const others = absent.map(async (actor) => ({
      ...actor,
      ability: await abilities.for(actor, ctx.site, ctx.now),
    }));
    return [own, ...(await Promise.all(others))];
  }

  /** Whose right this person passes this step with; raises when there is none. */
  principalFor(ctx: EditorCtx, article: Article, step: PlannedStep, { principals }: RoundFacts): Principal {
    const principal = principals.find((each) => holds(each, article, step));
    if (principal) return principal;
    if (step.who.accountIds.length === 0) must(ctx, REVIEWER_ACTIONS[step.who.role], article);
    throw stepNotYours({ articleId: article.id, step: step.name });
  }

  /** Raises why this person may not pass this step: own text, another step passed, taken on by a colleague. */
  refuse(
    ctx: EditorCtx,
    article: Article,
    revision: ArticleRevision,
    step: ReviewStepName,
    principal: Principal,
    { passes, assignments }: Pick<RoundFacts, 'passes' | 'assignments'>,
  ): void {
    const refusal = refusalOf(ctx, article, revision, principal, passes);
    if (refusal === 'selfReview') throw selfReviewForbidden({ articleId: article.id });
    if (refusal === 'sameReviewer') throw sameReviewerForbidden({ articleId: article.id, step });
    const taken = assignments.find((each) => each.step === step);
    if (taken && taken.accountId !== ctx.actor.accountId) throw takenByOther({ name: taken.accountName });
  }

  /** The steps that wait and that this person could pass now; what colleagues took on is among them. */
  open(
    ctx: EditorCtx,
    article: Article,
    revision: Judged,
    facts: Pick<RoundFacts, 'passes' | 'principals'>,
    steps: readonly PlannedStep[],
    state: RevisionState = revision.state,
  ): PlannedStep[] {
    const passed = facts.passes.map((pass) => pass.step as ReviewStepName);
    const pending = reviewFor(revision).pending(state, passed);
    return steps.filter(
      (step) =>
        pending.includes(step.key) &&
        facts.principals.some(
          (each) =>
            holds(each, article, step) && refusalOf(ctx, article, revision, each, facts.passes) === null,
        ),
    );
  }
}

/** 本人或委托人有此环节的审核权. */
export function holds(principal: Principal, article: Article, { who }: Pick<PlannedStep, 'who'>): boolean {
  if (who.accountIds.length > 0)
    return who.accountIds.includes(principal.accountId) && canDo(principal, 'read', article);
  const isOfOffice = who.organisationId === null || who.organisationId === principal.organisationId;
  return isOfOffice && canDo(principal, REVIEWER_ACTIONS[who.role], article);
}

/** Separation of duties for the person who signs and, with a stand-in, for the one stood in for. */
export function refusalOf(
  ctx: EditorCtx,
  article: Article,
  revision: Pick<ArticleRevision, 'writerIds' | 'submittedById'>,
  principal: Principal,
  passes: readonly Pick<ReviewStep, 'step' | 'byId' | 'onBehalfOfId'>[],
): 'selfReview' | 'sameReviewer' | null {
  const given = passes.flatMap(({ step, byId, onBehalfOfId }) =>
    [byId, ...(onBehalfOfId === null ? [] : [onBehalfOfId])].map((id) => ({
      step: step as ReviewStepName,
      byId: id,
    })),
  );
  const facts = { writerIds: writersOf(article, revision), passesOfRound: given };
  return (
    reviewerRefusal(ctx.actor.accountId, facts) ??
    (principal.accountId === ctx.actor.accountId ? null : reviewerRefusal(principal.accountId, facts))
  );
}
