import { Injectable } from '@nestjs/common';
import { canDo, type EditorCtx } from '@zhanqun/kernel';
import { Db } from '@zhanqun/platform';
import { ArticleDesk, type ArticleFile } from '../../article/article-desk';
import { Emergencies } from '../emergency/emergencies';
import { EmergencyPublication } from '../emergency/emergency.entity';
import { planOf, reviewFor, type PlannedStep, type ReviewPlan } from '../plan/review-plan';
import { isInReview, type ReviewStepName } from '../review';
import type { ReviewStep } from '../review-step.entity';
import { Reviewers, type RoundFacts } from '../reviewers';
import type { ReviewAssignment } from '../rework/review-assignment.entity';
import { ReviewTemplates } from '../template/review-templates';
import { writersOf } from '../writers';

export interface StepStanding {
  readonly step: PlannedStep;
  readonly state: 'passed' | 'pending' | 'later';
  readonly pass: ReviewStep | null;
  readonly taken: ReviewAssignment | null;
  /** Whether the person of the context could pass it now. */
  readonly isMine: boolean;
  /** The absent colleague whose right it would be. */
  readonly onBehalfOf: string | null;
}

export interface ReviewFile {
  readonly file: ArticleFile;
  readonly plan: ReviewPlan;
  readonly steps: readonly StepStanding[];
  /** Earlier steps to which the text may be returned. */
  readonly returnable: readonly PlannedStep[];
  readonly canSendBack: boolean;
  readonly canPublishUrgently: boolean;
  /** The newest urgent publication of the article; null when there was none. */
  readonly emergency: EmergencyPublication | null;
}

/** 审核情况 of one article for one person: how far it is, who did what, and what this person may do. */
@Injectable()
export class ReviewFiles {
  constructor(
    private readonly db: Db,
    private readonly desk: ArticleDesk,
    private readonly reviewers: Reviewers,
    private readonly templates: ReviewTemplates,
    private readonly emergencies: Emergencies,
  ) {}

  async of(ctx: EditorCtx, id: number): Promise<ReviewFile> {
    const file = await this.desk.getFile(ctx, id);
    const { article, shown } = file;
    const isRunning = isInReview(shown.state);
    const isPlanned = shown.steps.length > 0 && shown.state !== 'draft';
    const plan = isPlanned
      ? planOf(shown)
      : await this.templates.planFor(ctx, article.kind, shown.importance);
    const emergency = await this.emergencyOf(ctx, id);
    const owed = emergency?.revisionId === shown.id && emergency.state === 'pending' ? emergency : null;
    const facts = await this.reviewers.factsOf(ctx, shown);
    const state = owed?.reviewState ?? shown.state;
    const isWriter = writersOf(article, shown).includes(ctx.actor.accountId);
    const steps = plan.steps.map((step) => this.standingOf(ctx, file, step, plan, facts, state));
    const isReviewer = canDo(ctx, 'sendBack', article) || steps.some((each) => each.isMine);
    const isMine = owed?.byId !== ctx.actor.accountId;
    return {
      file,
      plan,
      steps: isMine ? steps : steps.map((each) => ({ ...each, isMine: false })),
      returnable: isRunning
        ? plan.steps.filter((step) => reviewFor(shown).earlier(shown.state).includes(step.key))
        : [],
      canSendBack: isRunning && isReviewer && !isWriter,
      canPublishUrgently:
        article.openRevisionId === shown.id &&
        (shown.state === 'draft' || isRunning) &&
        !isWriter &&
        this.emergencies.mayPublish(ctx, article),
      emergency,
    };
  }

  private standingOf(
    ctx: EditorCtx,
    { article, shown }: ArticleFile,
    step: PlannedStep,
    plan: ReviewPlan,
    facts: RoundFacts,
    state: typeof shown.state,
  ): StepStanding {
    const passed = facts.passes.map((pass) => pass.step as ReviewStepName);
    const isPending = reviewFor({ steps: [], plan }).pending(state, passed).includes(step.key);
    const pass = facts.passes.find((each) => each.step === step.key) ?? null;
    const [open] = isPending
      ? this.reviewers.open(ctx, article, { ...shown, plan }, facts, [step], state)
      : [];
    const principal = open && this.reviewers.principalFor(ctx, article, open, facts);
    return {
      step,
      state: pass ? 'passed' : isPending ? 'pending' : 'later',
      pass,
      taken: facts.assignments.find((each) => each.step === step.key) ?? null,
      isMine: open !== undefined,
      onBehalfOf: principal && principal.accountId !== ctx.actor.accountId ? principal.name : null,
    };
  }

  private async emergencyOf(ctx: EditorCtx, articleId: number): Promise<EmergencyPublication | null> {
    return this.db.site(ctx, EmergencyPublication).findOne({ articleId }, { order: { id: 'DESC' } });
  }
}
