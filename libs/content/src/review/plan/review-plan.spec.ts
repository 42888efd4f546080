import { reviewOf, type ReviewStepName } from '../review';
import { standingPasses, usualStep, withFloor, type DecisionLine, type PlannedStep } from './review-plan';

const step = (key: ReviewStepName, isParallel = false): PlannedStep => ({ ...usualStep(key), isParallel });
const line = (
  decision: DecisionLine['decision'],
  key: ReviewStepName,
  toStep: ReviewStepName | null = null,
) => ({
  decision,
  step: key,
  toStep,
  byId: 1,
  onBehalfOfId: null,
});

describe('并行环节', () => {
  const review = reviewOf([
    step('initialReview'),
    step('proofReview'),
    step('secrecyReview', true),
    step('secondReview'),
  ]);

  it('is over when every step of the stage has passed, in whatever order', () => {
    expect(review.pass('initialReview', 'initialReview')).toBe('proofReview');
    expect(review.pass('secrecyReview', 'proofReview')).toBe('proofReview');
    expect(review.pass('proofReview', 'proofReview', ['secrecyReview'])).toBe('secondReview');
    expect(review.pass('proofReview', 'proofReview')).toBe('secrecyReview');
    expect(review.pass('secrecyReview', 'secrecyReview', ['proofReview'])).toBe('secondReview');
  });

  it('takes no step twice, none of another stage, and none before its time', () => {
    const refused = expect.objectContaining({ code: 'content.review.moveRefused' });
    expect(() => review.pass('secrecyReview', 'proofReview', ['secrecyReview'])).toThrow(refused);
    expect(() => review.pass('secondReview', 'proofReview')).toThrow(refused);
    expect(() => review.pass('proofReview', 'draft')).toThrow(refused);
    expect(() => review.pass('finalReview', 'secondReview')).toThrow(refused);
  });

  it('can be returned to earlier stages only', () => {
    expect(review.earlier('secondReview')).toEqual(['initialReview', 'proofReview', 'secrecyReview']);
    expect(review.returnTo('secrecyReview', 'secondReview')).toBe('proofReview');
    expect(() => review.returnTo('secondReview', 'proofReview')).toThrow(
      expect.objectContaining({ code: 'content.review.moveRefused' }),
    );
    expect(review.earlier('draft')).toEqual([]);
  });
});

describe('有效的通过', () => {
  const review = reviewOf(['initialReview', 'secondReview', 'finalReview']);

  it('ends for a step and all after it with a return to that step', () => {
    const lines = [
      line('pass', 'initialReview'),
      line('pass', 'secondReview'),
      line('returnTo', 'finalReview', 'secondReview'),
    ];

    expect(standingPasses(review, lines).map((pass) => pass.step)).toEqual(['initialReview']);
    expect(standingPasses(review, [...lines, line('pass', 'secondReview')]).map((pass) => pass.step)).toEqual(
      ['initialReview', 'secondReview'],
    );
    expect(standingPasses(review, [...lines, line('returnTo', 'secondReview', 'initialReview')])).toEqual([]);
  });
});

describe('规定的底线', () => {
  it.each([
    [['secondReview'], ['initialReview', 'secondReview'], ['initialReview', 'secondReview']],
    [
      ['initialReview', 'proofReview'],
      ['initialReview', 'secondReview'],
      ['initialReview', 'proofReview', 'secondReview'],
    ],
    [
      ['proofReview', 'finalReview'],
      ['initialReview', 'secondReview', 'finalReview'],
      ['proofReview', 'initialReview', 'secondReview', 'finalReview'],
    ],
    [
      ['initialReview', 'secrecyReview', 'secondReview'],
      ['initialReview'],
      ['initialReview', 'secrecyReview', 'secondReview'],
    ],
  ] as ReviewStepName[][][])('makes of %j with %j the steps %j', (own, floor, expected) => {
    const steps = withFloor(
      (own ?? []).map((key) => step(key)),
      floor ?? [],
    );

    expect(steps.map(({ key }) => key)).toEqual(expected);
  });
});
