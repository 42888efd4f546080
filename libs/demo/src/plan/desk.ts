import { addMonths, daysBetween, shanghaiDay } from '@zhanqun/kernel';
import type { SiteKey } from '../county/sites';
import type { Chance } from './chance';
import { momentOn } from './moments';
import type { Writer } from './writer';

/** What the parts of the plan share while it is drawn up. */
export interface Desk {
  readonly now: Date;
  readonly chance: Chance;
  writer(site: SiteKey): Writer;
  /** The moment so many days ago, in office hours. */
  ago(days: number): Date;
}

/** The day of each year that lies within the history, e.g. every `01-15` of the last 18 months. */
export function yearly(desk: Desk, monthAndDay: string, months: number): Date[] {
  const today = shanghaiDay(desk.now);
  const years = [0, 1, 2].map((back) => `${Number(today.slice(0, 4)) - back}-${monthAndDay}`);
  return years
    .filter((day) => day < today && daysBetween(day, today) < months * 30)
    .map((day) => momentOn(desk.now, desk.chance, day))
    .reverse();
}

/** Around the same day of every `step`th month, `count` times, oldest first. */
export function regularly(desk: Desk, dayOfMonth: string, step: number, count: number): Date[] {
  const today = shanghaiDay(desk.now);
  const thisMonth = `${today.slice(0, 7)}-${dayOfMonth}`;
  const latest = thisMonth < today ? thisMonth : addMonths(thisMonth, -1);
  return Array.from({ length: count }, (_, back) => addMonths(latest, -back * step))
    .map((day) => momentOn(desk.now, desk.chance, day))
    .reverse();
}
