import { addDays, addMonths, daysBetween, shanghaiDay } from '@zhanqun/kernel';
import type { Chance } from './chance';

/** How far back the demonstration county remembers. */
export const MONTHS_OF_HISTORY = 18;

/** The first day of the county's history as seen from `now`. */
export const firstDay = (now: Date): string => addDays(addMonths(shanghaiDay(now), -MONTHS_OF_HISTORY), 1);

/** How much denser the last weeks are than the first: 1 would be even. */
const RECENT = 1.6;

export interface Span {
  /** Age in days of the newest moment; smaller where a weekend or the hour asks for an earlier day. */
  readonly newest: number;
  /** Age in days of the oldest; the whole history when left out. */
  readonly oldest?: number;
}

/**
 * `count` moments in office hours, oldest first, denser towards now. Most fall on weekdays; none lies after `now` or before the county's history.
 */
export function moments(now: Date, chance: Chance, count: number, { newest, oldest }: Span): Date[] {
  const today = shanghaiDay(now);
  // A margin, because an early hour, a weekend and a holiday may move a moment back.
  const reach = Math.min(oldest ?? Number.MAX_SAFE_INTEGER, daysBetween(firstDay(now), today) - 12);
  const ages = Array.from({ length: count }, (_, at) => {
    const share = at === 0 ? 0 : (at + chance.next() * 0.8) / count;
    return Math.min(reach, Math.round(newest + (reach - newest) * share ** RECENT));
  });
  return ages
    .map((age) => momentOn(now, chance, addDays(today, -age)))
    .sort((one, other) => one.getTime() - other.getTime());
}

/** A moment in office hours of that day, or of the working day before it; never after `now`. */
export function momentOn(now: Date, chance: Chance, day: string): Date {
  let on = workday(day, chance);
  for (;;) {
    const minutes = chance.whole(8 * 60 + 35, 17 * 60 + 40);
    const clock = `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
    const moment = new Date(`${on}T${clock}:${pad(chance.whole(0, 59))}+08:00`);
    if (moment <= now) return moment;
    on = workday(addDays(on, -1), chance);
  }
}

/** Holidays that fall on the same days every year; nobody signs documents then. */
const HOLIDAYS = /-(?:01-01|05-0[1-5]|10-0[1-7])$/;

/** Weekends are quiet: about one text in eight stays on one, the others move back to Friday. */
function workday(day: string, chance: Chance): string {
  if (HOLIDAYS.test(day)) return workday(addDays(day, -1), chance);
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  if ((weekday !== 0 && weekday !== 6) || chance.next() < 0.12) return day;
  return workday(addDays(day, weekday === 0 ? -2 : -1), chance);
}

const pad = (value: number): string => String(value).padStart(2, '0');
