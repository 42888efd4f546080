import { isOverdue, progressOf } from './carrying';
import type { Delivery } from './delivery.entity';

type Standing = Parameters<typeof isOverdue>[0];
const pushed = (more: Partial<Delivery> = {}): Standing => ({
  carrying: 'must',
  dueOn: '2026-03-20',
  state: 'sent',
  carriedAt: null,
  copyState: null,
  ...more,
});
const live = new Date('2026-03-19T10:00:00+08:00');

describe('必须转载的期限', () => {
  it('is kept until the due day is over', () => {
    expect(isOverdue(pushed(), '2026-03-20')).toBe(false);
    expect(isOverdue(pushed(), '2026-03-21')).toBe(true);
  });

  it('is missed by a copy that still waits for its review', () =>
    expect(isOverdue(pushed({ state: 'accepted', copyState: 'inReview' }), '2026-03-21')).toBe(true));

  it.each([
    ['a copy that was live', { state: 'accepted', carriedAt: live, copyState: 'live' }],
    [
      'a copy that was live and was withdrawn',
      { state: 'accepted', carriedAt: live, copyState: 'withdrawn' },
    ],
    ['what may be carried', { carrying: 'may', dueOn: null }],
    ['what was recalled', { state: 'recalled' }],
  ] as [string, Partial<Delivery>][])('does not bind %s', (_, more) =>
    expect(isOverdue(pushed(more), '2026-04-01')).toBe(false),
  );
});

describe('进度', () => {
  it.each([
    [{}, 'waits'],
    [{ dueOn: '2026-03-01' }, 'overdue'],
    [{ state: 'accepted', copyState: 'inReview' }, 'inReview'],
    [{ state: 'accepted', copyState: 'live', carriedAt: live }, 'live'],
    [{ state: 'accepted', copyState: 'withdrawn', carriedAt: live }, 'copyWithdrawn'],
    [{ state: 'declined' }, 'declined'],
    [{ state: 'recalled' }, 'recalled'],
  ] as [Partial<Delivery>, string][])('of %j is %s', (more, progress) =>
    expect(progressOf(pushed(more), '2026-03-19')).toBe(progress),
  );
});
