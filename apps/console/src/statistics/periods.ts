const DAY_MS = 86_400_000;
const OFFSET_MS = 8 * 60 * 60 * 1000;

const dayOf = (time: number): string => new Date(time + OFFSET_MS).toISOString().slice(0, 10);
const startOfMonth = (day: string): string => `${day.slice(0, 7)}-01`;
const before = (day: string, days: number): string =>
  dayOf(Date.parse(`${day}T00:00:00+08:00`) - days * DAY_MS);

export interface PeriodChoice {
  label: string;
  from: string;
  to: string;
}

/** Spans people ask for, up to today. */
export function usualPeriods(now: number = Date.now()): readonly PeriodChoice[] {
  const today = dayOf(now);
  const lastMonthEnd = before(startOfMonth(today), 1);
  return [
    { label: '本月', from: startOfMonth(today), to: today },
    { label: '上月', from: startOfMonth(lastMonthEnd), to: lastMonthEnd },
    { label: '近 90 天', from: before(today, 89), to: today },
    { label: '今年', from: `${today.slice(0, 4)}-01-01`, to: today },
  ];
}
