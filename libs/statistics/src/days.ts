import { daysBetween, isDay } from '@zhanqun/kernel';
import { periodWrong } from './statistics.errors';

/** From the first to the last day, both counted; Shanghai days. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

const LONGEST_DAYS = 400;

/** Raises `statistics.period.wrong` for days that do not exist, run backwards or span too much. */
export function checkedDays({ from, to }: Days): Days {
  if (!isDay(from) || !isDay(to)) throw periodWrong();
  const span = daysBetween(from, to);
  if (span < 0 || span > LONGEST_DAYS) throw periodWrong();
  return { from, to };
}
