import { StateMachine, type Transition } from '@zhanqun/kernel';
import { reviewMoveRefused } from './review.errors';

/**
 * 环节. The three reviews of the rules (初审、复审、终审) and the further ones that a site may ask for. Each
 * stands at most once in a review; what a site calls it is the template's business.
 */
export const REVIEW_STEPS = [
  'initialReview',
  'secondReview',
  'finalReview',
  'proofReview',
  'secrecyReview',
  'officeReview',
  'jointReview',
] as const;
export type ReviewStepName = (typeof REVIEW_STEPS)[number];

/** The three reviews, in the order in which they must come. */
export const GRADED_STEPS = ['initialReview', 'secondReview', 'finalReview'] as const;

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
  | 'submit'
  | PassMove
  | 'sendBack'
  | 'recall'
  | 'publish'
  | 'publishUrgently'
  | 'reopen'
  | 'supersede'
  | 'restore'
  | 'abandon';

/** 重要程度: decides how many people read a text before it is published. */
export const IMPORTANCES = ['routine', 'general', 'important'] as const;
export type Importance = (typeof IMPORTANCES)[number];

/** The move by which a step is passed; the further steps share one. */
export const PASS_OF: Readonly<Record<ReviewStepName, PassMove | 'pass'>> = {
  initialReview: 'passInitial',
  secondReview: 'passSecond',
  finalReview: 'passFinal',
  proofReview: 'pass',
  secrecyReview: 'pass',
  officeReview: 'pass',
  jointReview: 'pass',
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
  proofReview: '校对',
  secrecyReview: '保密审查',
  officeReview: '办公室审核',
  jointReview: '会签',
};

/** A step as the machine needs it: its name, and whether it runs beside the step before it (并行). */
export interface StepShape {
  readonly key: ReviewStepName;
  readonly isParallel: boolean;
}

const reviews = new Map<string, Review>();

/**
 * 三审三校：the moves of a text whose review has these steps. The list is frozen into the revision
 * when it is submitted, so a later change of the regulation neither adds nor drops a step half-way.
 */
export function reviewOf(steps: readonly (ReviewStepName | StepShape)[]): Review {
  const shapes = steps.map((step) => (typeof step === 'string' ? { key: step, isParallel: false } : step));
  const key = shapes.map((step) => (step.isParallel ? `&${step.key}` : step.key)).join('>');
  let review = reviews.get(key);
  if (!review) {
    review = new Review(shapes);
    reviews.set(key, review);
  }
  return review;
}

/**
 * The moves of one list of steps. Parallel steps stand in one stage that is over when all of them passed;
 * the state of the text names the first step of its stage that still waits.
 */
export class Review {
  /** Steps that run together, in order. */
  readonly stages: readonly (readonly ReviewStepName[])[];
  private readonly machine: StateMachine<RevisionState, Exclude<ReviewMove, PassMove>>;

  constructor(steps: readonly StepShape[]) {
    assertSteps(steps.map((step) => step.key));
    const stages: ReviewStepName[][] = [];
    for (const { key, isParallel } of steps) {
      const last = stages.at(-1);
      if (isParallel && last) last.push(key);
      else stages.push([key]);
    }
    this.stages = stages;
    this.machine = new StateMachine(tableOf(stages), reviewMoveRefused);
  }

  allows(move: ReviewMove, state: RevisionState, passed: readonly ReviewStepName[] = []): boolean {
    if (isPassMove(move)) return this.pending(state, passed).includes(STEP_OF[move]);
    return this.machine.allows(move, state);
  }

  /** The state after `move`; raises `content.review.moveRefused`. */
  next(move: ReviewMove, state: RevisionState, passed: readonly ReviewStepName[] = []): RevisionState {
    return isPassMove(move) ? this.pass(STEP_OF[move], state, passed) : this.machine.next(move, state);
  }

  /** The state after this step was passed; `passed` are the passes that stand. */
  pass(step: ReviewStepName, state: RevisionState, passed: readonly ReviewStepName[] = []): RevisionState {
    const pending = this.pending(state, passed);
    if (!pending.includes(step)) throw reviewMoveRefused({ move: PASS_OF[step], state });
    const left = pending.filter((each) => each !== step);
    return left[0] ?? this.stages[this.stageOf(step) + 1]?.[0] ?? 'approved';
  }

  /** The steps that wait for a decision now. */
  pending(state: RevisionState, passed: readonly ReviewStepName[] = []): readonly ReviewStepName[] {
    const stage = this.stages.find((steps) => (steps as readonly string[]).includes(state)) ?? [];
    return stage.filter((step) => !passed.includes(step));
  }

  /** Steps of earlier stages: where a text may be returned to. */
  earlier(state: RevisionState): readonly ReviewStepName[] {
    const at = isInReview(state) ? this.stageOf(state) : 0;
    return this.stages.slice(0, Math.max(at, 0)).flat();
  }

  /** 退到某环节：the state after a return to an earlier step; its whole stage is decided on anew. */
  returnTo(step: ReviewStepName, state: RevisionState): RevisionState {
    if (!this.earlier(state).includes(step)) throw reviewMoveRefused({ move: 'returnTo', state });
    return this.stages[this.stageOf(step)]?.[0] as ReviewStepName;
  }

  stageOf(step: ReviewStepName): number {
    return this.stages.findIndex((steps) => steps.includes(step));
  }
}

function isPassMove(move: ReviewMove): move is PassMove {
  return move in STEP_OF;
}

function tableOf(
  stages: readonly (readonly ReviewStepName[])[],
): Record<Exclude<ReviewMove, PassMove>, Transition<RevisionState>> {
  const steps = stages.flat();
  return {
    submit: { from: ['draft'], to: steps[0] as ReviewStepName },
    sendBack: { from: steps, to: 'draft' },
    recall: { from: steps, to: 'draft' },
    publish: { from: ['approved'], to: 'live' },
    publishUrgently: { from: ['draft', ...steps], to: 'live' },
    reopen: { from: ['approved'], to: 'draft' },
    supersede: { from: ['live'], to: 'superseded' },
    restore: { from: ['superseded'], to: 'live' },
    abandon: { from: ['draft'], to: 'abandoned' },
  };
}

/** A review has at least one step, each at most once, and 初审、复审、终审 in this order. */
function assertSteps(steps: readonly ReviewStepName[]): void {
  const graded = steps.filter((step) => (GRADED_STEPS as readonly string[]).includes(step));
  const inOrder = GRADED_STEPS.filter((step) => graded.includes(step));
  if (steps.length === 0 || new Set(steps).size !== steps.length || inOrder.join() !== graded.join()) {
    throw new Error(
      `Review steps must be a non-empty list, each once, with ${GRADED_STEPS.join(' > ')} in order: ` +
        steps.join(' > '),
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
  /** Passes of this round that stand; of a stand-in's pass also the person stood in for. */
  readonly passesOfRound: readonly PassGiven[];
}

/**
 * Why this person may not pass this text, or null: 不得自审，一人一审. Rights are asked elsewhere; this is
 * separation of duties, and no template or setting can switch it off.
 */
export function reviewerRefusal(
  reviewerId: number,
  facts: ReviewFacts,
): 'selfReview' | 'sameReviewer' | null {
  if (facts.writerIds.includes(reviewerId)) return 'selfReview';
  const hasPassed = facts.passesOfRound.some((pass) => pass.byId === reviewerId);
  return hasPassed ? 'sameReviewer' : null;
}
