import { addDays, addMonths, daysBetween } from '@zhanqun/kernel';
import type { CalendarBlock } from './block.view';

/** 本月: the weeks of the month of `today`, Monday first, each day with how much was published. */
export function monthOf(
  today: string,
  counts: ReadonlyMap<string, number>,
): NonNullable<CalendarBlock['month']> {
  const first = `${today.slice(0, 7)}-01`;
  const length = daysBetween(first, addMonths(first, 1));
  // 1970-01-05 was a Monday.
  const before = (((daysBetween('1970-01-05', first) % 7) + 7) % 7) as number;
  const days = Array.from({ length }, (_none, at) => {
    const day = addDays(first, at);
    return {
      day,
      number: at + 1,
      count: counts.get(day) ?? 0,
      isToday: day === today,
      isAhead: day > today,
    };
  });
  const cells = [...Array.from({ length: before }, () => null), ...days];
  while (cells.length % 7 > 0) cells.push(null);
  const weeks = Array.from({ length: cells.length / 7 }, (_none, at) => cells.slice(at * 7, at * 7 + 7));
  const label = `${first.slice(0, 4)}年${Number(first.slice(5, 7))}月`;
  return { label, total: days.reduce((sum, { count }) => sum + count, 0), weeks };
}
