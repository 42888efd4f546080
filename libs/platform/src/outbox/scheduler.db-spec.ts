import { FixedClock, systemCtx } from '@zhanqun/kernel';
import { testDb, type TestDb } from '@zhanqun/test-support';
import { InProcessBus } from '../cache';
import { EmbeddedMover } from './embedded-mover';
import type { Schedule } from './handles';
import { JobLedger } from './job-ledger';
import { JobTiming } from './job-timing';
import { Outbox } from './outbox';
import { OutboxRow } from './outbox-row.entity';
import { ScheduleState } from './schedule-state.entity';
import { Scheduler } from './scheduler';

const patrol: Schedule = { key: 'test.patrol', dailyAt: '02:30' };
const counting: Schedule = { key: 'test.counting', everyMinutes: 15 };
const at = (shanghai: string): Date => new Date(`${shanghai}:00+08:00`);

describe('定时计划', () => {
  let base: TestDb;
  let ledger: JobLedger;
  let scheduler: Scheduler;
  const ctx = systemCtx(at('2026-03-05T00:00'));

  beforeAll(async () => {
    base = await testDb();
    const timing = new JobTiming();
    ledger = new JobLedger(base.db, timing);
    const mover = new EmbeddedMover(ledger, new InProcessBus(), new FixedClock(ctx.now), timing);
    scheduler = new Scheduler(base.db, new Outbox(base.db, mover));
  });

  afterAll(() => base.close());
  afterEach(async () => {
    await base.db.shared(ctx, OutboxRow).removeWhere({});
    await base.db.shared(ctx, ScheduleState).removeWhere({});
  });

  const rows = (): Promise<OutboxRow[]> => base.db.shared(ctx, OutboxRow).find({ order: { id: 'ASC' } });
  const finishAll = async (now: Date): Promise<void> => {
    for (const { id } of await rows()) {
      const row = await ledger.claim(id, now);
      if (row) await ledger.finish(row, now);
    }
  };

  it('runs an interval at once and then at each step', async () => {
    expect(await scheduler.tick([counting], at('2026-03-05T10:07'))).toBe(1);
    await finishAll(at('2026-03-05T10:08'));
    expect(await scheduler.tick([counting], at('2026-03-05T10:14'))).toBe(0);
    expect(await scheduler.tick([counting], at('2026-03-05T10:15'))).toBe(1);

    expect((await rows()).map(({ kind }) => kind)).toEqual([
      'scheduled.test.counting',
      'scheduled.test.counting',
    ]);
  });

  it('runs a time of day first when that time comes', async () => {
    expect(await scheduler.tick([patrol], at('2026-03-05T10:00'))).toBe(0);
    expect(await scheduler.tick([patrol], at('2026-03-06T02:29'))).toBe(0);
    expect(await scheduler.tick([patrol], at('2026-03-06T02:30'))).toBe(1);
  });

  it('makes up for missed runs once', async () => {
    await scheduler.tick([patrol], at('2026-03-05T10:00'));

    expect(await scheduler.tick([patrol], at('2026-03-12T09:00'))).toBe(1);
    await finishAll(at('2026-03-12T09:01'));
    expect(await scheduler.tick([patrol], at('2026-03-12T09:02'))).toBe(0);
    expect(await scheduler.tick([patrol], at('2026-03-13T02:30'))).toBe(1);
  });

  it('starts one run when many processes see it due', async () => {
    const now = at('2026-03-05T10:00');

    const started = await Promise.all(Array.from({ length: 10 }, () => scheduler.tick([counting], now)));

    expect(started.reduce((sum, count) => sum + count)).toBe(1);
    expect(await rows()).toHaveLength(1);
  });

  it.each(['waiting', 'running'])('leaves a run out while the one before is %s', async (state) => {
    await scheduler.tick([counting], at('2026-03-05T10:00'));
    const [{ id }] = (await rows()) as [OutboxRow];
    if (state === 'running') await ledger.claim(id, at('2026-03-05T10:00'));

    expect(await scheduler.tick([counting], at('2026-03-05T10:15'))).toBe(0);
    await finishAll(at('2026-03-05T10:20'));
    expect(await scheduler.tick([counting], at('2026-03-05T10:30'))).toBe(1);
  });

  it('does not wait for the old time when a new version runs more often', async () => {
    await scheduler.tick([{ key: 'test.counting', dailyAt: '02:30' }], at('2026-03-05T10:00'));

    await scheduler.tick([counting], at('2026-03-05T10:01'));
    expect(await scheduler.tick([counting], at('2026-03-05T10:15'))).toBe(1);
  });
});
