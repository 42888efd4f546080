import { GRADED_STEPS, REVIEW_STEPS, type Importance, type ReviewStepName } from '../review';
import { REVIEWER_ROLES, withFloor, type PlannedStep, type ReviewPlan } from '../plan/review-plan';
import { ANY_KIND, type ReviewTemplate } from './review-template.entity';

export const MOST_STEPS = 5;
const LONGEST_NAME = 20;
const MOST_ACCOUNTS = 20;

/** What is wrong with the steps of a template, in Chinese, for the person who edits it. */
export function stepFaults(steps: readonly PlannedStep[], floor: readonly ReviewStepName[]): string[] {
  const faults: string[] = [];
  const keys = steps.map((step) => step.key);
  if (steps.length === 0 || steps.length > MOST_STEPS) faults.push(`审核环节须为 1 至 ${MOST_STEPS} 个`);
  if (new Set(keys).size !== keys.length) faults.push('同一环节只能出现一次');
  if (steps[0]?.isParallel) faults.push('第一个环节前面没有环节，不能与前一环节并行');
  if (steps.some(({ key }) => !REVIEW_STEPS.includes(key))) faults.push('有不认识的审核环节');
  if (steps.some(({ name }) => name.trim() === '' || [...name].length > LONGEST_NAME))
    faults.push(`环节名称须为 1 至 ${LONGEST_NAME} 个字`);
  if (steps.some(({ who }) => !REVIEWER_ROLES.includes(who.role))) faults.push('请为每个环节选择审核角色');
  if (steps.some(({ who }) => who.accountIds.length > MOST_ACCOUNTS))
    faults.push(`一个环节最多指定 ${MOST_ACCOUNTS} 人`);
  return [...faults, ...gradedFaults(steps, floor)];
}

/** 初审、复审、终审: in order, one after the other, and all that the regulation asks. */
function gradedFaults(steps: readonly PlannedStep[], floor: readonly ReviewStepName[]): string[] {
  const graded = steps.filter(({ key }) => (GRADED_STEPS as readonly string[]).includes(key));
  const inOrder = GRADED_STEPS.filter((key) => graded.some((step) => step.key === key));
  const faults: string[] = [];
  if (inOrder.join() !== graded.map(({ key }) => key).join()) faults.push('初审、复审、终审须按先后顺序排列');
  if (floor.some((key) => !graded.some((step) => step.key === key)))
    faults.push('不能少于规定的审核环节，只能在规定之上增加');
  if (stagesWithTwo(steps)) faults.push('初审、复审、终审是逐级审核，相互不能并行');
  return faults;
}

function stagesWithTwo(steps: readonly PlannedStep[]): boolean {
  let count = 0;
  for (const { key, isParallel } of steps) {
    const isGraded = (GRADED_STEPS as readonly string[]).includes(key);
    count = (isParallel ? count : 0) + (isGraded ? 1 : 0);
    if (count > 1) return true;
  }
  return false;
}

/** Place of a level: platform, portal, site. */
export const PLATFORM = 0;

type Row = Pick<ReviewTemplate, 'ofSiteId' | 'kind' | 'importance' | 'isLocked'>;

/**
 * The template that holds at a place: the lowest level that has one, unless a level above locked its own. At
 * one level a template for the kind itself goes before one for all kinds. `places` from the platform down.
 */
export function pickTemplate<R extends Row>(
  rows: readonly R[],
  places: readonly number[],
  kind: string,
  importance: Importance,
): R | null {
  let found: R | null = null;
  for (const place of places) {
    const here = rows.filter((row) => row.ofSiteId === place && row.importance === importance);
    const row = here.find((each) => each.kind === kind) ?? here.find((each) => each.kind === ANY_KIND);
    found = row ?? found;
    if (found?.isLocked) return found;
  }
  return found;
}

/** The template above that forbids this place to set its own for this kind and importance. */
export function lockAbove<R extends Row>(
  rows: readonly R[],
  placesAbove: readonly number[],
  kind: string,
  importance: Importance,
): R | null {
  const isSame = (row: R): boolean => row.importance === importance && [kind, ANY_KIND].includes(row.kind);
  return rows.find((row) => row.isLocked && placesAbove.includes(row.ofSiteId) && isSame(row)) ?? null;
}

/** The plan of a text: its template with every step of the regulation, cut to nothing less. */
export function planFrom(
  template: Pick<ReviewTemplate, 'name' | 'steps' | 'isTrusted'>,
  floor: readonly ReviewStepName[],
): ReviewPlan {
  const { name, isTrusted } = template;
  return { name, isTrusted, steps: withFloor(template.steps, floor) };
}
