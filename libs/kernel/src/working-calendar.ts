import { addDays, endOfDay, shanghaiDay } from './shanghai-time';

/** One year's notice of the State Council on days off (节假日安排), as data. */
export interface HolidayNotice {
  readonly year: number;
  /** Days off, `YYYY-MM-DD`, statutory and shifted. */
  readonly off: readonly string[];
  /** Weekend days declared as work (调休上班). */
  readonly work: readonly string[];
}

/**
 * 工作日历. A working day is Monday to Friday not declared off, plus weekend days declared as work.
 * The start day is not counted (Civil Code art. 201); a year without a notice counts plain weekdays
 * and is reported by `isKnown`.
 */
export class WorkingCalendar {
  private readonly off = new Set<string>();
  private readonly work = new Set<string>();
  private readonly years = new Set<number>();

  constructor(notices: readonly HolidayNotice[]) {
    for (const notice of notices) {
      this.years.add(notice.year);
      notice.off.forEach((day) => this.off.add(day));
      notice.work.forEach((day) => this.work.add(day));
    }
  }

  isKnown(year: number): boolean {
    return this.years.has(year);
  }

  isWorkingDay(day: string): boolean {
    if (this.off.has(day)) return false;
    if (this.work.has(day)) return true;
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
    return weekday !== 0 && weekday !== 6;
  }

  /** The day on which a period of `count` working days ends; `start` itself is not counted. */
  addWorkingDays(start: string, count: number): string {
    let day = start;
    for (let left = count; left > 0;) {
      day = addDays(day, 1);
      if (this.isWorkingDay(day)) left -= 1;
    }
    return day;
  }

  /** Working days after `from` up to and including `to`; negative when `to` is earlier. */
  workingDaysBetween(from: string, to: string): number {
    if (to < from) return -this.workingDaysBetween(to, from);
    let count = 0;
    for (let day = from; day < to;) {
      day = addDays(day, 1);
      if (this.isWorkingDay(day)) count += 1;
    }
    return count;
  }

  /** The instant a period of `count` working days that starts now runs out: 23:59:59 of its last day. */
  dueAt(start: Date, count: number): Date {
    return endOfDay(this.addWorkingDays(shanghaiDay(start), count));
  }
}
