import { isReminderDay } from '../calendar/reminder-day';
import type { WorkFact } from './work-fact';
import { summarise, totalOf } from './work-summary';

const fact = (more: Partial<WorkFact>): WorkFact => ({
  measure: 'published',
  amount: 1,
  personId: 1,
  siteId: 1,
  channelId: 1,
  onDay: '2026-03-05',
  ...more,
});

describe('工作量汇总', () => {
  it('adds up by the key and leaves out what has none', () => {
    const rows = summarise(
      [fact({}), fact({ measure: 'words', amount: 800 }), fact({ personId: 2 }), fact({ personId: 0 })],
      ({ personId }) => (personId === 0 ? null : String(personId)),
    );

    expect(rows.map(({ key }) => key)).toEqual(['1', '2']);
    expect(rows[0]?.amounts).toMatchObject({ published: 1, words: 800, reviewed: 0 });
    expect(totalOf(rows)).toMatchObject({ published: 2, words: 800 });
  });

  it('has zeros where nothing was done', () => {
    expect(Object.values(totalOf([])).every((amount) => amount === 0)).toBe(true);
  });
});

describe('提醒日', () => {
  it.each([
    [3, 3, true],
    [2, 3, false],
    [1, 3, true],
    [0, 3, true],
    [-1, 3, true],
    [-2, 3, false],
    [-8, 3, true],
    [4, 3, false],
    [0, 0, false],
    [1, 1, true],
  ])('with %i days left and %i days of notice: %s', (left, before, expected) =>
    expect(isReminderDay(left, before)).toBe(expected),
  );
});
