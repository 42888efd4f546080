import { EmergencyView, toEmergencyView } from './emergency/emergency.view';
import type { ReviewFile, StepStanding } from './file/review-file';
import type { WaitingReview } from './queue/review-queue';
import type { Importance, ReviewStepName } from './review';

export class StepPassView {
  byName: string;
  /** 受托代审: for whom; empty when for oneself. */
  onBehalfOf: string;
  at: string;
  opinion: string;
}

export class StepStandingView {
  key: ReviewStepName;
  name: string;
  isParallel: boolean;
  state: 'passed' | 'pending' | 'later';
  pass: StepPassView | null;
  takenById: number | null;
  takenByName: string | null;
  isMine: boolean;
  onBehalfOf: string | null;
}

export class StepNameView {
  key: ReviewStepName;
  name: string;
}

export class ReviewFileView {
  planName: string;
  isTrusted: boolean;
  version: number;
  round: number;
  steps: StepStandingView[];
  returnable: StepNameView[];
  canSendBack: boolean;
  canPublishUrgently: boolean;
  emergency: EmergencyView | null;
}

export class ReviewQueueItemView {
  id: number;
  title: string;
  kind: string;
  channelId: number;
  channelName: string;
  importance: Importance;
  step: ReviewStepName;
  stepName: string;
  submittedBy: string;
  submittedAt: string;
  version: number;
  isRevision: boolean;
  isTrusted: boolean;
  onBehalfOf: string | null;
  takenById: number | null;
  takenByName: string | null;
}

export class ReviewQueueView {
  items: ReviewQueueItemView[];
  total: number;
  page: number;
  pageSize: number;
}

export class BatchOutcomeView {
  id: number;
  isPassed: boolean;
  code: string | null;
  message: string | null;
}

export class CandidateView {
  accountId: number;
  name: string;
}

export function toReviewFileView(review: ReviewFile, now: Date): ReviewFileView {
  const { shown } = review.file;
  return {
    planName: review.plan.name,
    isTrusted: review.plan.isTrusted,
    version: shown.version,
    round: shown.round,
    steps: review.steps.map(toStepStandingView),
    returnable: review.returnable.map(({ key, name }) => ({ key, name })),
    canSendBack: review.canSendBack,
    canPublishUrgently: review.canPublishUrgently,
    emergency: review.emergency && toEmergencyView(review.emergency, now),
  };
}

function toStepStandingView({
  step,
  state,
  pass,
  taken,
  isMine,
  onBehalfOf,
}: StepStanding): StepStandingView {
  return {
    key: step.key,
    name: step.name,
    isParallel: step.isParallel,
    state,
    pass: pass && {
      byName: pass.byName,
      onBehalfOf: pass.onBehalfOfName,
      at: pass.at.toISOString(),
      opinion: pass.reason,
    },
    takenById: taken?.accountId ?? null,
    takenByName: taken?.accountName ?? null,
    isMine,
    onBehalfOf,
  };
}

export function toQueueItemView(
  { article, revision, step, onBehalfOf, takenBy }: WaitingReview,
  channelName: string,
): ReviewQueueItemView {
  return {
    id: article.id,
    title: revision.title,
    kind: article.kind,
    channelId: article.channelId,
    channelName,
    importance: revision.importance,
    step: step.key,
    stepName: step.name,
    submittedBy: revision.savedByName,
    submittedAt: (revision.submittedAt ?? revision.savedAt).toISOString(),
    version: revision.version,
    isRevision: article.liveRevisionId !== null,
    isTrusted: revision.plan?.isTrusted ?? false,
    onBehalfOf,
    takenById: takenBy?.accountId ?? null,
    takenByName: takenBy?.accountName ?? null,
  };
}
