import { StateMachine, type Transition } from '@zhanqun/kernel';
import { reviewMoveRefused } from './review.errors';

/** 环节：初审、复审、终审. */
export const REVIEW_STEPS = ['initialReview', 'secondReview', 'finalReview'] as const;
export type ReviewStepName = (typeof REVIEW_STEPS)[number];

/**
 * 版本状态. `approved` waits for its time (定时发布); `live` is what citizens read; `superseded` was
 * live once; `abandoned` never became live.
 */
export const REVISION_STATES = [
  'draft',
  ...REVIEW_STEPS,
  'approved',
  'live',
  'superseded',
  'abandoned',
] as const;
export type RevisionState = (typeof REVISION_STATES)[number];

export type PassMove = 'passInitial' | 'passSecond' | 'passFinal';
export type ReviewMove =
  'submit' | PassMove | 'sendBack' | 'recall' | 'publish' | 'reopen' | 'supersede' | 'abandon';

/** 重要程度: decides how many people read a text before it is published. */
export const IMPORTANCES = ['routine', 'general', 'important'] as const;
export type Importance = (typeof IMPORTANCES)[number];

export const PASS_OF: Readonly<Record<ReviewStepName, PassMove>> = {
  initialReview: 'passInitial',
  secondReview: 'passSecond',
  finalReview: 'passFinal',
};
export const STEP_OF: Readonly<Record<PassMove, ReviewStepName>> = {
  passInitial: 'initialReview',
  passSecond: 'secondReview',
  passFinal: 'finalReview',
};

export const STEP_LABELS: Readonly<Record<ReviewStepName, string>> = {
  initialReview: '初审',
  secondReview: '复审',
  finalReview: '终审',
};

const machines = new Map<string, StateMachine<RevisionState, ReviewMove>>();

/**
 * 三审三校：the moves of a text whose review has these steps. The list is frozen into the revision
 * when it is submitted, so a later change of the regulation neither adds nor drops a step half-way.
 */
export function reviewOf(steps: readonly ReviewStepName[]): StateMachine<RevisionState, ReviewMove> {
  const key = steps.join('>');
  let machine = machines.get(key);
  if (!machine) {
    machine = new StateMachine(tableOf(steps), reviewMoveRefused);
    machines.set(key, machine);
  }
  return machine;
}

function tableOf(steps: readonly ReviewStepName[]): Record<ReviewMove, Transition<RevisionState>> {
  assertSteps(steps);
  const pass = (step: ReviewStepName): Transition<RevisionState> => {
    const at = steps.indexOf(step);
    return { from: at < 0 ? [] : [step], to: steps[at + 1] ?? 'approved' };
  };
  return {
    submit: { from: ['draft'], to: steps[0] as ReviewStepName },
    passInitial: pass('initialReview'),
    passSecond: pass('secondReview'),
    passFinal: pass('finalReview'),
    sendBack: { from: steps, to: 'draft' },
    recall: { from: steps, to: 'draft' },
    publish: { from: ['approved'], to: 'live' },
    reopen: { from: ['approved'], to: 'draft' },
    supersede: { from: ['live'], to: 'superseded' },
    abandon: { from: ['draft'], to: 'abandoned' },
  };
}

/** A review has at least one step, each at most once, in the order of the three reviews. */
function assertSteps(steps: readonly ReviewStepName[]): void {
  const inOrder = REVIEW_STEPS.filter((step) => steps.includes(step));
  if (steps.length === 0 || inOrder.join() !== steps.join()) {
    throw new Error(
      `Review steps must be a non-empty part of ${REVIEW_STEPS.join(' > ')}: ${steps.join(' > ')}`,
    );
  }
}

export function isInReview(state: RevisionState): state is ReviewStepName {
  return (REVIEW_STEPS as readonly string[]).includes(state);
}

/** Whether `next` asks for fewer eyes than `before`. */
export function isLessImportant(next: Importance, before: Importance): boolean {
  return IMPORTANCES.indexOf(next) < IMPORTANCES.indexOf(before);
}

/** One pass already given in the running round. */
export interface PassGiven {
  readonly step: ReviewStepName;
  readonly byId: number;
}

export interface ReviewFacts {
  /** Everybody who wrote words of the text, and who submitted it. */
  readonly writerIds: readonly number[];
  readonly passesOfRound: readonly PassGiven[];
  /** 一人一审: each step of a round by somebody else. */
  readonly distinctReviewers: boolean;
}

/** Why this person may not pass this text, or null. Rights are asked elsewhere; this is separation of duties. */
export function reviewerRefusal(
  reviewerId: number,
  facts: ReviewFacts,
): 'selfReview' | 'sameReviewer' | null {
  if (facts.writerIds.includes(reviewerId)) return 'selfReview';
  const hasPassed = facts.passesOfRound.some((pass) => pass.byId === reviewerId);
  return facts.distinctReviewers && hasPassed ? 'sameReviewer' : null;
}
