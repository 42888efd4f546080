import type { ReviewStepName } from '@/api/articles';
import type { PlannedStep, ReviewerRole } from '@/api/reviews';
import { STEP_LABELS } from '@/articles/article-words';

export const ROLE_LABELS: Record<ReviewerRole, string> = {
  initialReviewer: '初审员',
  secondReviewer: '复审员',
  finalReviewer: '终审员',
  proofreader: '校对员',
  secrecyReviewer: '保密审查员',
};
export const LEVEL_LABELS = { platform: '平台', portal: '门户', site: '本站' } as const;

const ROLES: Record<ReviewStepName, ReviewerRole> = {
  initialReview: 'initialReviewer',
  secondReview: 'secondReviewer',
  finalReview: 'finalReviewer',
  proofReview: 'proofreader',
  secrecyReview: 'secrecyReviewer',
  officeReview: 'secondReviewer',
  jointReview: 'secondReviewer',
};

/** A step as it is usually called and by whom it is usually passed. */
export const usualStep = (key: ReviewStepName): PlannedStep => ({
  key,
  name: STEP_LABELS[key],
  isParallel: false,
  who: { role: ROLES[key], organisationId: null, accountIds: [] },
});

/** 初审 → 校对 ∥ 保密审查 → 复审. */
export const inWords = (steps: readonly PlannedStep[]): string =>
  steps.map((step, index) => `${index === 0 ? '' : step.isParallel ? ' ∥ ' : ' → '}${step.name}`).join('');
