const DAY_MS = 86_400_000;
const OFFSET_MS = 8 * 60 * 60 * 1000;

const at = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** Today in Shanghai. */
export const today = (now: number = Date.now()): string => dayOf(now + OFFSET_MS);

/** The seven days, Monday to Sunday, around a day. */
export function weekAround(day: string): string[] {
  const weekday = (new Date(at(day)).getUTCDay() + 6) % 7;
  const monday = at(day) - weekday * DAY_MS;
  return Array.from({ length: 7 }, (_, index) => dayOf(monday + index * DAY_MS));
}

export const weeksLater = (day: string, weeks: number): string => dayOf(at(day) + weeks * 7 * DAY_MS);

export const WEEKDAYS = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const;
