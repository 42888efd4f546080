import {
  GRADED_STEPS,
  reviewOf,
  STEP_LABELS,
  type Review,
  type ReviewStepName,
  type StepShape,
} from '../review';
import type { ReviewDecision } from '../review-step.entity';

/** Roles that a step may be given to, with the right that each of them holds on articles. */
export const REVIEWER_ACTIONS = {
  initialReviewer: 'passInitial',
  secondReviewer: 'passSecond',
  finalReviewer: 'passFinal',
  proofreader: 'proofread',
  secrecyReviewer: 'reviewSecrecy',
} as const;
export type ReviewerRole = keyof typeof REVIEWER_ACTIONS;
export const REVIEWER_ROLES = Object.keys(REVIEWER_ACTIONS) as ReviewerRole[];

/** 由谁审：everybody with the role, those of one organisation only (限办公室), or named accounts alone. */
export interface StepWho {
  readonly role: ReviewerRole;
  readonly organisationId: number | null;
  readonly accountIds: readonly number[];
}

/** One step of a review plan. */
export interface PlannedStep extends StepShape {
  /** What the office calls it. */
  readonly name: string;
  readonly who: StepWho;
}

/** 审核方案 of one text, frozen when it is submitted. */
export interface ReviewPlan {
  readonly name: string;
  readonly steps: readonly PlannedStep[];
  /** May be passed in a batch. */
  readonly isTrusted: boolean;
}

const USUAL_ROLE: Readonly<Record<ReviewStepName, ReviewerRole>> = {
  initialReview: 'initialReviewer',
  secondReview: 'secondReviewer',
  finalReview: 'finalReviewer',
  proofReview: 'proofreader',
  secrecyReview: 'secrecyReviewer',
  officeReview: 'secondReviewer',
  jointReview: 'secondReviewer',
};

/** A step with its usual name and role, after the step before it. */
export function usualStep(key: ReviewStepName): PlannedStep {
  const who = { role: USUAL_ROLE[key], organisationId: null, accountIds: [] };
  return { key, name: STEP_LABELS[key], isParallel: false, who };
}

/** The plan of a text without a template: what the regulation asks, and nothing more. */
export function usualPlan(steps: readonly ReviewStepName[]): ReviewPlan {
  return { name: '按规定审核', steps: steps.map(usualStep), isTrusted: false };
}

/** What holds a plan: texts submitted before there were templates have their steps only. */
export interface Planned {
  readonly steps: readonly ReviewStepName[];
  readonly plan: ReviewPlan | null;
}

/** A text never submitted has no steps; asking the machine with one step refuses every move of a review. */
export function planOf({ steps, plan }: Planned): ReviewPlan {
  return plan ?? usualPlan(steps.length > 0 ? steps : ['initialReview']);
}

export function reviewFor(planned: Planned): Review {
  return reviewOf(planOf(planned).steps);
}

/** The step of a plan; the name as written there. */
export function stepIn(plan: ReviewPlan, key: ReviewStepName): PlannedStep | null {
  return plan.steps.find((step) => step.key === key) ?? null;
}

/** A signed line as far as counting passes needs it. */
export interface DecisionLine {
  readonly decision: ReviewDecision;
  readonly step: ReviewStepName | null;
  readonly toStep: ReviewStepName | null;
  readonly byId: number;
  readonly onBehalfOfId: number | null;
}

/**
 * The passes of one round that stand: a return to an earlier step takes away those of that step's stage
 * and of all after it. `lines` in the order in which they were signed.
 */
export function standingPasses<L extends DecisionLine>(review: Review, lines: readonly L[]): L[] {
  let standing: L[] = [];
  for (const line of lines) {
    if (line.decision === 'pass') standing.push(line);
    else if (line.decision === 'returnTo' && line.toStep) {
      const from = review.stageOf(line.toStep);
      standing = standing.filter((pass) => pass.step !== null && review.stageOf(pass.step) < from);
    }
  }
  return standing;
}

/**
 * 底线: `steps` with every step that the regulation asks. A missing one is put in its place among the
 * three reviews, so that a rule that became stricter holds for older templates too.
 */
export function withFloor(
  steps: readonly PlannedStep[],
  floor: readonly ReviewStepName[],
): readonly PlannedStep[] {
  const whole = [...steps];
  for (const key of GRADED_STEPS) {
    if (!floor.includes(key) || whole.some((step) => step.key === key)) continue;
    const later = GRADED_STEPS.slice(GRADED_STEPS.indexOf(key) + 1) as readonly ReviewStepName[];
    const before = whole.findIndex((step) => later.includes(step.key));
    whole.splice(before < 0 ? whole.length : before, 0, usualStep(key));
  }
  return whole;
}
