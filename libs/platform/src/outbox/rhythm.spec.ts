import { firstRun, isRhythm, nextRun } from './rhythm';

const at = (text: string): Date => new Date(text);

describe('定时规律', () => {
  it.each([
    ['02:30', '2026-03-05T02:29:59+08:00', '2026-03-05T02:30:00+08:00'],
    ['02:30', '2026-03-05T02:30:00+08:00', '2026-03-06T02:30:00+08:00'],
    ['02:30', '2026-03-04T23:59:00Z', '2026-03-06T02:30:00+08:00'],
    ['00:00', '2026-12-31T23:59:59+08:00', '2027-01-01T00:00:00+08:00'],
    ['23:59', '2026-02-28T23:59:00+08:00', '2026-03-01T23:59:00+08:00'],
  ])('daily at %s: after %s comes %s', (dailyAt, now, next) => {
    expect(nextRun({ dailyAt }, at(now))).toEqual(at(next));
  });

  it.each([
    [15, '2026-03-05T00:00:00Z', '2026-03-05T00:15:00Z'],
    [15, '2026-03-05T00:14:59.999Z', '2026-03-05T00:15:00Z'],
    [60, '2026-03-05T00:00:01Z', '2026-03-05T01:00:00Z'],
    [1, '2026-03-05T23:59:59Z', '2026-03-06T00:00:00Z'],
  ])('every %d minutes: after %s comes %s', (everyMinutes, now, next) => {
    expect(nextRun({ everyMinutes }, at(now))).toEqual(at(next));
  });

  it('runs an interval at once for the first time, and a time of day at that time', () => {
    const now = at('2026-03-05T01:00:00+08:00');

    expect(firstRun({ everyMinutes: 10 }, now)).toEqual(now);
    expect(firstRun({ dailyAt: '02:30' }, now)).toEqual(at('2026-03-05T02:30:00+08:00'));
  });

  it.each([
    { everyMinutes: 0 },
    { everyMinutes: 1.5 },
    { dailyAt: '24:00' },
    { dailyAt: '2:30' },
    { dailyAt: '02:60' },
  ])('knows that %j is no rhythm', (rhythm) => {
    expect(isRhythm(rhythm)).toBe(false);
  });
});
