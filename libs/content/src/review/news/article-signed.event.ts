import { JobEvent } from '@zhanqun/platform';
import type { ReviewDecision } from '../review-step.entity';

/** Decisions that somebody else wants to hear of. */
const TOLD: readonly ReviewDecision[] = [
  'submit',
  'pass',
  'edit',
  'returnTo',
  'reassign',
  'sendBack',
  'publishUrgently',
  'publish',
  'withdraw',
];

export const isTold = (decision: ReviewDecision): boolean => TOLD.includes(decision);

/** 已签办: a decision on a text was signed; those it concerns are told by the worker. */
@JobEvent()
export class ArticleSigned {
  static readonly kind = 'content.articleSigned';
  constructor(
    readonly articleId: number,
    readonly revisionId: number,
    readonly decision: ReviewDecision,
    readonly byId: number,
    readonly reason: string,
  ) {}
}
