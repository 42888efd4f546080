import { addDays, shanghaiDay } from '@zhanqun/kernel';
import type { Rhythm } from './handles';

const MINUTE_MS = 60_000;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** The first instant of the rhythm after `now`; every process computes the same one. */
export function nextRun(rhythm: Rhythm, now: Date): Date {
  if ('everyMinutes' in rhythm) {
    const step = rhythm.everyMinutes * MINUTE_MS;
    return new Date((Math.floor(now.getTime() / step) + 1) * step);
  }
  const today = shanghaiDay(now);
  const at = (day: string): Date => new Date(`${day}T${rhythm.dailyAt}:00+08:00`);
  return at(today) > now ? at(today) : at(addDays(today, 1));
}

/** When a schedule that was never run is due: an interval at once, a time of day at that time. */
export function firstRun(rhythm: Rhythm, now: Date): Date {
  return 'everyMinutes' in rhythm ? now : nextRun(rhythm, now);
}

export function isRhythm(rhythm: Rhythm): boolean {
  if ('everyMinutes' in rhythm) return Number.isInteger(rhythm.everyMinutes) && rhythm.everyMinutes > 0;
  return TIME.test(rhythm.dailyAt);
}
