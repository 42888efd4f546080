import { Logger } from '@nestjs/common';
import { FixedClock } from '@zhanqun/kernel';
import { until } from '@zhanqun/test-support';
import type { JobHandlers } from './job-handlers';
import { JobTiming } from './job-timing';
import type { JobsService } from './jobs.service';
import { ScheduleTicker } from './schedule-ticker';
import type { Scheduler } from './scheduler';

describe('定时检查', () => {
  it('raises one alarm for a stretch of overdue jobs, and goes on after a fault', async () => {
    const alarm = jest.spyOn(Logger.prototype, 'error').mockImplementation();
    const warning = jest.spyOn(Logger.prototype, 'warn').mockImplementation();
    const overdue = [0, 3, 4, 0, 1];
    let ticks = 0;
    const ticker = new ScheduleTicker(
      {
        tick: () => {
          ticks += 1;
          return ticks === 1 ? Promise.reject(new Error('database away')) : Promise.resolve(0);
        },
      } as unknown as Scheduler,
      { schedules: [] } as unknown as JobHandlers,
      new FixedClock(new Date('2026-03-05T08:00:00Z')),
      new JobTiming({ tickMs: 2 }),
      { overdue: () => Promise.resolve(overdue.shift() ?? 0) } as unknown as JobsService,
    );

    ticker.onApplicationBootstrap();
    await until(() => overdue.length === 0);
    await ticker.beforeApplicationShutdown();

    expect(warning).toHaveBeenCalledTimes(1);
    expect(alarm.mock.calls.map(([text]) => /有 \d+ 个/.exec(String(text))?.[0])).toEqual([
      '有 3 个',
      '有 1 个',
    ]);
    alarm.mockRestore();
    warning.mockRestore();
  });
});
