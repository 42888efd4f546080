import { addDays, addMonths, daysBetween, shanghaiDay } from '@zhanqun/kernel';
import { SITES, type SiteKey } from '../county/sites';
import { Chance } from './chance';
import { departmentPieces } from './department-pieces';
import { momentOn } from './moments';
import type { Piece } from './piece';
import { policyPieces } from './policy-pieces';
import { portalPieces } from './portal-pieces';
import { townshipPieces } from './township-pieces';
import { Writer } from './writer';

/** What the parts of the plan share while it is drawn up. */
export interface Desk {
  readonly now: Date;
  readonly chance: Chance;
  writer(site: SiteKey): Writer;
  /** The moment so many days ago, in office hours. */
  ago(days: number): Date;
}

/**
 * Everything that is published in the demonstration county, oldest first, as seen from `now`. The same
 * day gives the same plan. Three faults are there on purpose, so that supervision has something to find:
 * the news of 清水镇 are three weeks old, 互动交流 of 龙潭镇 is blank, and an interpretation of 县卫健局
 * links to a page that was never made.
 */
export function planCounty(now: Date): readonly Piece[] {
  const chance = new Chance(`示范县 ${shanghaiDay(now)}`);
  const writers = new Map(SITES.map((site) => [site.key, new Writer(chance)]));
  const desk: Desk = {
    now,
    chance,
    writer: (site) => writers.get(site) as Writer,
    ago: (days) => momentOn(now, chance, addDays(shanghaiDay(now), -days)),
  };
  const pieces = [
    ...policyPieces(desk),
    ...portalPieces(desk),
    ...departmentPieces(desk),
    ...townshipPieces(desk),
  ];
  return pieces.sort((one, other) => one.publishedAt.getTime() - other.publishedAt.getTime());
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
