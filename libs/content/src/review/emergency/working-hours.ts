import { addDays, shanghaiDay, startOfDay, type WorkingCalendar } from '@zhanqun/kernel';

const HOUR = 3_600_000;
/** 工作时间, Shanghai: eight hours of a working day. */
const OPENS = 9 * HOUR;
const CLOSES = 17 * HOUR;

/** The instant at which `hours` working hours after `start` are over. */
export function afterWorkingHours(start: Date, hours: number, calendar: WorkingCalendar): Date {
  let left = hours * HOUR;
  let day = shanghaiDay(start);
  let from = start.getTime();
  for (;;) {
    const midnight = startOfDay(day).getTime();
    const begins = Math.max(from, midnight + OPENS);
    const rest = midnight + CLOSES - begins;
    if (calendar.isWorkingDay(day) && rest > 0) {
      if (left <= rest) return new Date(begins + left);
      left -= rest;
    }
    day = addDays(day, 1);
    from = startOfDay(day).getTime();
  }
}
