import { addDays, isDay, WorkingCalendar, type HolidayNotice } from '@zhanqun/kernel';
import { readBundled } from '../bundled-data';

/** 工作日历 from `config/calendars`: one file a year, `2026-02-15..2026-02-23` stands for all days between. */
export function bundledCalendar(): WorkingCalendar {
  return new WorkingCalendar(readBundled('calendars').map(({ name, data }) => readNotice(data, name)));
}

export function readNotice(data: unknown, file: string): HolidayNotice {
  const { year, off, work } = data as { year?: unknown; off?: unknown; work?: unknown };
  if (!Number.isInteger(year)) throw new Error(`${file}: year is missing or wrong`);
  return { year: Number(year), off: daysOf(off, file), work: daysOf(work, file) };
}

function daysOf(entries: unknown, file: string): string[] {
  return ((entries ?? []) as unknown[]).flatMap((entry) => {
    const [from = '', to = from] = String(entry).split('..');
    if (!isDay(from) || !isDay(to) || to < from)
      throw new Error(`${file}: ${String(entry)} is not a day or a range`);
    const days = [from];
    while ((days.at(-1) ?? to) < to) days.push(addDays(days.at(-1) ?? to, 1));
    return days;
  });
}
