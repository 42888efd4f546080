import { addDays } from './shanghai-time';
import { WorkingCalendar } from './working-calendar';

const days = (from: string, to: string): string[] => {
  const out: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) out.push(day);
  return out;
};

const calendar = new WorkingCalendar([
  {
    year: 2026,
    off: [
      ...days('2026-01-01', '2026-01-03'),
      ...days('2026-02-15', '2026-02-23'),
      ...days('2026-04-04', '2026-04-06'),
      ...days('2026-05-01', '2026-05-05'),
      ...days('2026-06-19', '2026-06-21'),
      ...days('2026-09-25', '2026-09-27'),
      ...days('2026-10-01', '2026-10-07'),
    ],
    work: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
  },
]);

describe('工作日历', () => {
  it.each([
    ['2026-01-26', 5, '2026-02-02'],
    ['2026-01-30', 20, '2026-03-05'],
    ['2026-02-10', 7, '2026-02-26'],
    ['2026-02-10', 20, '2026-03-16'],
    ['2026-02-10', 40, '2026-04-14'],
    ['2026-04-28', 3, '2026-05-06'],
    ['2026-04-30', 3, '2026-05-08'],
    ['2026-06-17', 3, '2026-06-23'],
    ['2026-09-18', 3, '2026-09-22'],
    ['2026-09-28', 5, '2026-10-10'],
    ['2026-09-29', 7, '2026-10-14'],
    ['2026-09-29', 15, '2026-10-26'],
  ])('counts %s plus %d working days to %s', (start, count, end) => {
    expect(calendar.addWorkingDays(start, count)).toBe(end);
    expect(calendar.workingDaysBetween(start, end)).toBe(count);
    expect(calendar.workingDaysBetween(end, start)).toBe(-count);
  });

  it('has the 248 working days of 2026', () => {
    expect(days('2026-01-01', '2026-12-31').filter((day) => calendar.isWorkingDay(day))).toHaveLength(248);
  });

  it('ends a period at the last second of its day in Shanghai', () => {
    expect(calendar.dueAt(new Date('2026-04-28T10:00:00+08:00'), 3)).toEqual(
      new Date('2026-05-06T23:59:59+08:00'),
    );
  });

  it('says when a year has no notice yet', () => {
    expect(calendar.isKnown(2026)).toBe(true);
    expect(calendar.isKnown(2027)).toBe(false);
  });
});
