import { monthsOf } from './visit-figures.sql';
import { periodBefore, trendOf } from './visit-trend';

const hours = (at: Record<number, number>): number[] =>
  Array.from({ length: 24 }, (_, hour) => at[hour] ?? 0);
const totals = [
  { period: '2026-02-28', views: 5, visitors: 2, hours: hours({ 9: 5 }) },
  { period: '2026-03-02', views: 3, visitors: 1, hours: hours({ 9: 1, 20: 2 }) },
];
const span = { from: '2026-02-27', to: '2026-03-02' };

describe('访问趋势', () => {
  it('by day shows the days without a visit too', () => {
    expect(trendOf(totals, span, 'day')).toEqual([
      { key: '2026-02-27', hits: 0, visitors: 0 },
      { key: '2026-02-28', hits: 5, visitors: 2 },
      { key: '2026-03-01', hits: 0, visitors: 0 },
      { key: '2026-03-02', hits: 3, visitors: 1 },
    ]);
  });

  it('by month adds days and rolled-up months', () => {
    const months = [...totals, { period: '2026-01', views: 100, visitors: 40, hours: hours({}) }];

    expect(trendOf(months, { from: '2026-01-15', to: '2026-03-02' }, 'month')).toEqual([
      { key: '2026-01', hits: 100, visitors: 40 },
      { key: '2026-02', hits: 5, visitors: 2 },
      { key: '2026-03', hits: 3, visitors: 1 },
    ]);
  });

  it('by hour adds the same hour of all days and tells no visitors', () => {
    const points = trendOf(totals, span, 'hour');

    expect(points.length).toBe(24);
    expect(points[9]).toEqual({ key: '09', hits: 6, visitors: null });
    expect(points[20]).toEqual({ key: '20', hits: 2, visitors: null });
  });

  it.each([
    ['2026-03-05', '2026-03-05', '2026-03-04', '2026-03-04'],
    ['2026-03-01', '2026-03-31', '2026-01-29', '2026-02-28'],
  ])('compares %s to %s with %s to %s', (from, to, beforeFrom, beforeTo) => {
    expect(periodBefore({ from, to })).toEqual({ from: beforeFrom, to: beforeTo });
  });

  it('knows the months of a span over the turn of the year', () => {
    expect(monthsOf({ from: '2025-12-31', to: '2026-02-01' })).toEqual(['2025-12', '2026-01', '2026-02']);
  });
});
