import type { CalendarEntry, CalendarKind } from './publishing-calendar.service';

export class CalendarEntryView {
  kind: CalendarKind;
  subjectId: number;
  title: string;
  channelName: string;
  at: string;
}

export class CalendarView {
  items: CalendarEntryView[];
}

export function toCalendarEntryView({ at, ...entry }: CalendarEntry): CalendarEntryView {
  return { ...entry, at: at.toISOString() };
}
