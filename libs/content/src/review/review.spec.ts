import fc from 'fast-check';
import {
  isLessImportant,
  REVIEW_STEPS,
  reviewerRefusal,
  reviewOf,
  STEP_OF,
  type PassGiven,
  type PassMove,
  type ReviewStepName,
  type RevisionState,
} from './review';

const LEVELS: readonly (readonly ReviewStepName[])[] = [
  ['initialReview'],
  ['initialReview', 'secondReview'],
  ['initialReview', 'secondReview', 'finalReview'],
  ['finalReview'],
  ['initialReview', 'finalReview'],
];

describe('三审三校', () => {
  it.each([
    [['initialReview'], ['initialReview', 'approved']],
    [
      ['initialReview', 'secondReview'],
      ['initialReview', 'secondReview', 'approved'],
    ],
    [
      ['initialReview', 'secondReview', 'finalReview'],
      ['initialReview', 'secondReview', 'finalReview', 'approved'],
    ],
    [
      ['initialReview', 'finalReview'],
      ['initialReview', 'finalReview', 'approved'],
    ],
  ] as [ReviewStepName[], RevisionState[]][])('goes through %j and no other step', (steps, expected) => {
    const machine = reviewOf(steps);
    let state = machine.next('submit', 'draft');
    const seen = [state];
    for (const step of steps) {
      const move = Object.entries(STEP_OF).find(([, name]) => name === step)?.[0] as PassMove;
      state = machine.next(move, state);
      seen.push(state);
    }

    expect(seen).toEqual(expected);
  });

  it('refuses a step that this review does not have', () => {
    expect(() => reviewOf(['initialReview']).next('passFinal', 'initialReview')).toThrow(
      expect.objectContaining({ code: 'content.review.moveRefused', kind: 'conflict' }),
    );
  });

  it.each([
    [[]],
    [['secondReview', 'initialReview']],
    [['initialReview', 'initialReview']],
  ] as ReviewStepName[][][])('does not accept the step list %j', (steps) => {
    expect(() => reviewOf(steps)).toThrow(/non-empty list/);
  });

  it('publishes only what was approved', () => {
    for (const steps of LEVELS) {
      for (const state of ['draft', ...REVIEW_STEPS, 'live', 'superseded', 'abandoned'] as RevisionState[]) {
        expect(reviewOf(steps).allows('publish', state)).toBe(false);
      }
    }
  });

  it('never reaches approval without every step of the list, in order, since the last submission', () => {
    const moves = [
      'submit',
      'passInitial',
      'passSecond',
      'passFinal',
      'sendBack',
      'recall',
      'reopen',
    ] as const;
    fc.assert(
      fc.property(
        fc.constantFrom(...LEVELS),
        fc.array(fc.constantFrom(...moves), { maxLength: 40 }),
        (steps, walk) => {
          const machine = reviewOf(steps);
          let state: RevisionState = 'draft';
          let passed: ReviewStepName[] = [];
          for (const move of walk) {
            if (!machine.allows(move, state)) continue;
            state = machine.next(move, state);
            if (move in STEP_OF) passed.push(STEP_OF[move as PassMove]);
            else passed = [];
            if (state === 'approved') expect(passed).toEqual(steps);
          }
        },
      ),
    );
  });
});

describe('职责分离', () => {
  const passes: PassGiven[] = [{ step: 'initialReview', byId: 8 }];

  it.each([
    ['who wrote it', 7, 'selfReview'],
    ['who passed another step of this round', 8, 'sameReviewer'],
    ['nobody who has not touched it', 9, null],
  ])('stops %s', (_, reviewer, expected) => {
    expect(reviewerRefusal(reviewer, { writerIds: [7], passesOfRound: passes })).toBe(expected);
  });

  it('knows that fewer reviewers is a lower importance', () => {
    expect(isLessImportant('routine', 'general')).toBe(true);
    expect(isLessImportant('important', 'general')).toBe(false);
  });
});
