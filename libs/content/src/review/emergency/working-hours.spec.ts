import { WorkingCalendar } from '@zhanqun/kernel';
import { afterWorkingHours } from './working-hours';

const calendar = new WorkingCalendar([{ year: 2026, off: ['2026-04-06'], work: [] }]);

describe('工作小时', () => {
  it.each([
    ['2026-03-05T10:00:00+08:00', 4, '2026-03-05T14:00:00+08:00'],
    ['2026-03-05T16:00:00+08:00', 4, '2026-03-06T12:00:00+08:00'],
    ['2026-03-06T22:30:00+08:00', 8, '2026-03-09T17:00:00+08:00'],
    ['2026-04-03T17:00:00+08:00', 1, '2026-04-07T10:00:00+08:00'],
    ['2026-03-05T03:00:00+08:00', 20, '2026-03-09T13:00:00+08:00'],
  ])('from %s, %d hours end %s', (start, hours, end) => {
    expect(afterWorkingHours(new Date(start), hours, calendar)).toEqual(new Date(end));
  });
});
