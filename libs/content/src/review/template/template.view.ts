import type { PlannedStep, ReviewerRole } from '../plan/review-plan';
import type { Importance, ReviewStepName } from '../review';
import type { TemplateStanding } from './review-templates';

export class StepWhoView {
  role: ReviewerRole;
  organisationId: number | null;
  accountIds: number[];
}

export class PlannedStepView {
  key: ReviewStepName;
  name: string;
  isParallel: boolean;
  who: StepWhoView;
}

export class ReviewTemplateView {
  id: number;
  kind: string;
  importance: Importance;
  name: string;
  steps: PlannedStepView[];
  isTrusted: boolean;
  isLocked: boolean;
  level: 'platform' | 'portal' | 'site';
  isOwn: boolean;
  changedByName: string;
}

export class ReviewFloorView {
  importance: Importance;
  steps: ReviewStepName[];
}

export class ReviewTemplatesView {
  items: ReviewTemplateView[];
  /** What the regulation asks at the very least. */
  floors: ReviewFloorView[];
}

export function toTemplateView({ template, level, isOwn }: TemplateStanding): ReviewTemplateView {
  const { id, kind, importance, name, steps, isTrusted, isLocked, changedByName } = template;
  return {
    id,
    kind,
    importance,
    name,
    steps: steps.map(toPlannedStepView),
    isTrusted,
    isLocked,
    level,
    isOwn,
    changedByName,
  };
}

function toPlannedStepView({ key, name, isParallel, who }: PlannedStep): PlannedStepView {
  return { key, name, isParallel, who: { ...who, accountIds: [...who.accountIds] } };
}
