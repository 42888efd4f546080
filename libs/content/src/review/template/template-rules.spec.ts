import { usualStep, type PlannedStep } from '../plan/review-plan';
import type { ReviewStepName } from '../review';
import { lockAbove, pickTemplate, stepFaults } from './template-rules';

const steps = (...keys: (ReviewStepName | `&${ReviewStepName}`)[]): PlannedStep[] =>
  keys.map((key) => ({
    ...usualStep(key.replace('&', '') as ReviewStepName),
    isParallel: key.startsWith('&'),
  }));
const GENERAL: ReviewStepName[] = ['initialReview', 'secondReview'];

describe('审核模板', () => {
  it.each([
    ['the three reviews', steps('initialReview', 'secondReview', 'finalReview'), ''],
    ['further steps', steps('proofReview', 'initialReview', '&secrecyReview', 'secondReview'), ''],
    ['fewer than the regulation', steps('initialReview'), '不能少于规定的审核环节'],
    ['none', [], '1 至 5 个'],
    ['six', steps('proofReview', 'secrecyReview', 'officeReview', 'jointReview', ...GENERAL), '1 至 5 个'],
    ['a step twice', steps('initialReview', 'initialReview', 'secondReview'), '只能出现一次'],
    ['the wrong order', steps('secondReview', 'initialReview'), '先后顺序'],
    ['levels beside each other', steps('initialReview', '&secondReview'), '相互不能并行'],
    ['nothing to stand beside', steps('&initialReview', 'secondReview'), '第一个环节'],
    ['a nameless step', steps(...GENERAL).map((each) => ({ ...each, name: ' ' })), '环节名称'],
  ])('judges %s', (_, given, fault) => {
    const faults = stepFaults(given, GENERAL).join();

    if (fault === '') expect(faults).toBe('');
    else expect(faults).toContain(fault);
  });

  const row = (ofSiteId: number, kind: string, isLocked = false) => ({
    ofSiteId,
    kind,
    importance: 'general' as const,
    isLocked,
  });
  const PLACES = [0, 1, 7];

  it('takes the lowest level, the kind itself before all kinds, and what is locked above before all', () => {
    const rows = [row(0, '*'), row(1, 'news'), row(7, '*'), row(7, 'notice')];

    expect(pickTemplate(rows, PLACES, 'notice', 'general')).toBe(rows[3]);
    expect(pickTemplate(rows, PLACES, 'news', 'general')).toBe(rows[2]);
    expect(pickTemplate(rows, [0, 1, 8], 'news', 'general')).toBe(rows[1]);
    expect(pickTemplate(rows, [0, 2, 9], 'news', 'general')).toBe(rows[0]);
    expect(pickTemplate(rows, PLACES, 'news', 'important')).toBeNull();
    const locked = row(1, 'notice', true);
    expect(pickTemplate([...rows, locked], PLACES, 'notice', 'general')).toBe(locked);
  });

  it('says which lock above stands in the way', () => {
    const locked = row(1, '*', true);

    expect(lockAbove([locked], [0, 1], 'news', 'general')).toBe(locked);
    expect(lockAbove([locked], [0], 'news', 'general')).toBeNull();
    expect(lockAbove([row(1, 'notice', true)], [0, 1], 'news', 'general')).toBeNull();
  });
});
