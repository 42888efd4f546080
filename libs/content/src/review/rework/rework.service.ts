import { Injectable, Optional } from '@nestjs/common';
import { canDo, type EditorCtx } from '@zhanqun/kernel';
import { AbilityFactory, Db } from '@zhanqun/platform';
import { Account } from '@zhanqun/identity';
import type { Article } from '../../article/article.entity';
import type { ArticleRevision } from '../../revision/article-revision.entity';
import type { ReviewFile } from '../file/review-file';
import { Delegations } from '../delegation/delegations';
import { planOf, reviewFor, stepIn, type PlannedStep } from '../plan/review-plan';
import { PASS_OF, type ReviewStepName } from '../review';
import { assigneeNotEligible, reviewMoveRefused } from '../review.errors';
import { holds, refusalOf, Reviewers, type Principal } from '../reviewers';
import { Signing, type Decided } from '../signing';
import { ReviewAssignment } from './review-assignment.entity';

/** 认领、改派: who takes a step on. */
@Injectable()
export class ReworkService {
  constructor(
    private readonly db: Db,
    private readonly signing: Signing,
    private readonly reviewers: Reviewers,
    private readonly delegations: Delegations,
    @Optional() private readonly abilities?: AbilityFactory,
  ) {}

  /** 我来审: from now on nobody else passes this step, unless they take it over in the same way. */
  async claim(ctx: EditorCtx, id: number, key: ReviewStepName): Promise<Decided> {
    return this.signing.deciding(ctx, id, 'read', undefined, async (ctx, article, revision) => {
      const facts = await this.reviewers.factsOf(ctx, revision);
      const step = pendingStep(
        revision,
        key,
        facts.passes.map((pass) => pass.step as ReviewStepName),
      );
      const principal = this.reviewers.principalFor(ctx, article, step, facts);
      this.reviewers.refuse(ctx, article, revision, step.key, principal, { ...facts, assignments: [] });
      const known = facts.assignments.find((each) => each.step === key);
      if (known?.accountId === ctx.actor.accountId) return;
      await this.assign(ctx, article, revision, step, ctx.actor, null);
      const what = known ? `由本人接手${step.name}（原由${known.accountName}）` : `认领${step.name}`;
      await this.signing.sign(ctx, article, revision, { decision: 'claim', what, step: key, principal });
    });
  }

  /** 改派 to a colleague who may pass this step; by who may pass it, or by who manages the people of the site. */
  async reassign(ctx: EditorCtx, id: number, key: ReviewStepName, accountId: number): Promise<Decided> {
    return this.signing.deciding(ctx, id, 'read', undefined, async (ctx, article, revision) => {
      const facts = await this.reviewers.factsOf(ctx, revision);
      const step = pendingStep(
        revision,
        key,
        facts.passes.map((pass) => pass.step as ReviewStepName),
      );
      if (!canDo(ctx, 'create', 'Membership')) this.reviewers.principalFor(ctx, article, step, facts);
      const colleague = await this.colleague(ctx, accountId);
      const there = colleague && { ...ctx, actor: colleague, ability: colleague.ability };
      const isFit =
        there &&
        holds(colleague, article, step) &&
        refusalOf(there, article, revision, colleague, facts.passes) === null;
      if (!isFit) throw assigneeNotEligible({ accountId });
      await this.assign(ctx, article, revision, step, colleague, ctx.actor.name);
      const what = `${step.name}改派给${colleague.name}`;
      const reason = colleague.name;
      await this.signing.sign(ctx, article, revision, { decision: 'reassign', what, reason, step: key });
    });
  }

  /** Colleagues of the site who could take this step on: for the choice of the screen. */
  async candidates(ctx: EditorCtx, { file, plan }: ReviewFile, key: ReviewStepName): Promise<Principal[]> {
    const { article, shown } = file;
    const step = stepIn(plan, key);
    if (!step) return [];
    const { passes } = await this.reviewers.factsOf(ctx, shown);
    const found: Principal[] = [];
    for (const accountId of await this.delegations.peopleHere(ctx)) {
      const colleague = await this.colleague(ctx, accountId);
      if (!colleague || !holds(colleague, article, step)) continue;
      const there = { ...ctx, actor: colleague, ability: colleague.ability };
      if (refusalOf(there, article, shown, colleague, passes) === null) found.push(colleague);
    }
    return found;
  }

  private async colleague(ctx: EditorCtx, accountId: number): Promise<Principal | null> {
    const account = await this.db.shared(ctx, Account).findOne({ id: accountId, status: 'active' });
    if (!account || !this.abilities) return null;
    const actor = { accountId, name: account.realName, organisationId: account.organisationId };
    return { ...actor, ability: await this.abilities.for(actor, ctx.site, ctx.now) };
  }

  private async assign(
    ctx: EditorCtx,
    article: Article,
    revision: ArticleRevision,
    { key }: PlannedStep,
    to: { readonly accountId: number; readonly name: string },
    assignedByName: string | null,
  ): Promise<void> {
    const assignments = this.db.site(ctx, ReviewAssignment);
    const where = { revisionId: revision.id, round: revision.round, step: key };
    const row = (await assignments.findOne(where)) ?? assignments.build({ ...where, articleId: article.id });
    row.accountId = to.accountId;
    row.accountName = to.name;
    row.assignedByName = assignedByName;
    row.at = ctx.now;
    await assignments.save(row);
  }
}

function pendingStep(revision: ArticleRevision, key: ReviewStepName, passed: ReviewStepName[]): PlannedStep {
  const step = stepIn(planOf(revision), key);
  const isPending = reviewFor(revision).pending(revision.state, passed).includes(key);
  if (!step || !isPending) throw reviewMoveRefused({ move: PASS_OF[key], state: revision.state });
  return step;
}
