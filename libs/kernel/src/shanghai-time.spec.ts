import { addMonths, daysBetween, endOfDay, isDay, shanghaiDay, shanghaiMinute } from './shanghai-time';

describe('上海时间', () => {
  it('puts an instant late in UTC on the next day', () => {
    expect(shanghaiDay(new Date('2026-03-04T16:00:00Z'))).toBe('2026-03-05');
    expect(shanghaiMinute(new Date('2026-03-05T06:30:59Z'))).toBe('2026-03-05 14:30');
  });

  it.each([
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-05-28', -3, '2026-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-11-30', 3, '2027-02-28'],
  ])('moves %s by %d months to %s, clamped to the month end', (day, months, expected) => {
    expect(addMonths(day, months)).toBe(expected);
  });

  it('tells days that exist from days that do not', () => {
    expect(isDay('2026-02-28')).toBe(true);
    expect(isDay('2026-02-30')).toBe(false);
    expect(isDay('20260228')).toBe(false);
  });

  it('ends a day at its last second', () => {
    expect(endOfDay('2026-03-05')).toEqual(new Date('2026-03-05T15:59:59Z'));
    expect(daysBetween('2026-02-27', '2026-03-02')).toBe(3);
  });
});
