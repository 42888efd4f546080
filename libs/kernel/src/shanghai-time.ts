const OFFSET_MS = 8 * 60 * 60 * 1000;

/** Instants are stored in UTC and shown in Asia/Shanghai, which has had no summer time since 1991. */
function shifted(instant: Date): string {
  return new Date(instant.getTime() + OFFSET_MS).toISOString();
}

/** `2026-03-05`: the calendar day in Shanghai on which an instant falls. */
export function shanghaiDay(instant: Date): string {
  return shifted(instant).slice(0, 10);
}

/** `2026-03-05 14:30`: the form the national page rules ask for (国办发〔2017〕47号, annex). */
export function shanghaiMinute(instant: Date): string {
  return shifted(instant).slice(0, 16).replace('T', ' ');
}

/** The instant at which a Shanghai day begins. */
export function startOfDay(day: string): Date {
  return new Date(`${day}T00:00:00+08:00`);
}

/** The last second of a Shanghai day: deadlines given in days end here. */
export function endOfDay(day: string): Date {
  return new Date(`${day}T23:59:59+08:00`);
}

export function addDays(day: string, days: number): string {
  return shanghaiDay(new Date(startOfDay(day).getTime() + days * 86_400_000));
}

/** Adds calendar months, same day of month, clamped to the month's end (national indicator windows). */
export function addMonths(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(date, last));
  return first.toISOString().slice(0, 10);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((startOfDay(to).getTime() - startOfDay(from).getTime()) / 86_400_000);
}

/** Whether a text is a day that exists: `2026-02-30` is not. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
}
