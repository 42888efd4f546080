import { addDays, addMonths, endOfDay, shanghaiDay, type WorkingCalendar } from '@zhanqun/kernel';

const UNITS = {
  minutes: { days: 1 / 1440, label: '分钟' },
  hours: { days: 1 / 24, label: '小时' },
  days: { days: 1, label: '天' },
  workingDays: { days: 1.4, label: '个工作日' },
  months: { days: 30.44, label: '个月' },
} as const;
export type PeriodUnit = keyof typeof UNITS;

/** 期限: a length of time as a regulation writes it; `3 workingDays` is not `3 days`. */
export interface Period {
  readonly count: number;
  readonly unit: PeriodUnit;
}

/** Reads `{ workingDays: 3 }`. */
export function readPeriod(data: unknown): Period | null {
  const entries = Object.entries((data ?? {}) as Record<string, unknown>);
  const [unit, count] = entries[0] ?? [];
  if (entries.length !== 1 || unit === undefined || !(unit in UNITS)) return null;
  return Number.isInteger(count) && Number(count) > 0
    ? { count: Number(count), unit: unit as PeriodUnit }
    : null;
}

export function periodLabel({ count, unit }: Period): string {
  return `${count}${UNITS[unit].label}`;
}

/** Roughly how many days a period lasts: only for saying which of two is shorter. */
export function roughDays({ count, unit }: Period): number {
  return count * UNITS[unit].days;
}

/** The instant at which a period that starts now runs out; the start day is not counted. */
export function dueAfter(start: Date, { count, unit }: Period, calendar: WorkingCalendar): Date {
  switch (unit) {
    case 'minutes':
      return new Date(start.getTime() + count * 60_000);
    case 'hours':
      return new Date(start.getTime() + count * 3_600_000);
    case 'days':
      return endOfDay(addDays(shanghaiDay(start), count));
    case 'workingDays':
      return calendar.dueAt(start, count);
    case 'months':
      return endOfDay(addMonths(shanghaiDay(start), count));
  }
}

/** The earliest day that a window reaching back from `day` still holds (national indicators: calendar months). */
export function windowStart(day: string, { count, unit }: Period, calendar: WorkingCalendar): string {
  switch (unit) {
    case 'minutes':
    case 'hours':
      return addDays(day, -Math.ceil(roughDays({ count, unit })));
    case 'days':
      return addDays(day, -count);
    case 'months':
      return addMonths(day, -count);
    case 'workingDays': {
      let start = day;
      while (calendar.workingDaysBetween(start, day) < count) start = addDays(start, -1);
      return start;
    }
  }
}
