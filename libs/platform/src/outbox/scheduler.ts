import { Injectable } from '@nestjs/common';
import { systemCtx } from '@zhanqun/kernel';
import { Db, In, isUniqueViolation } from '../db';
import type { Schedule } from './handles';
import { scheduledKind } from './job-handlers';
import { Outbox } from './outbox';
import { OutboxRow } from './outbox-row.entity';
import { firstRun, nextRun } from './rhythm';
import { ScheduleState } from './schedule-state.entity';

/**
 * Turns due schedules into outbox rows. Runs that were missed while nothing ran are made up once; a run
 * is left out while the one before is still waiting or running.
 */
@Injectable()
export class Scheduler {
  constructor(
    private readonly db: Db,
    private readonly outbox: Outbox,
  ) {}

  /** Any number of processes may call this at the same time. Returns how many runs it started. */
  async tick(schedules: readonly Schedule[], now: Date): Promise<number> {
    let started = 0;
    for (const schedule of schedules) {
      const state = await this.state(schedule, now);
      if (state.nextRunAt <= now && (await this.start(schedule, state, now))) started += 1;
    }
    return started;
  }

  private async start(schedule: Schedule, state: ScheduleState, now: Date): Promise<boolean> {
    return this.db.transaction(systemCtx(now), async (ctx) => {
      const moved = await this.db
        .shared(ctx, ScheduleState)
        .updateWhere(
          { id: state.id, nextRunAt: state.nextRunAt },
          { nextRunAt: nextRun(schedule, now), lastRunAt: now },
        );
      if (moved === 0) return false;
      const kind = scheduledKind(schedule.key);
      const open = await this.db.shared(ctx, OutboxRow).count({ kind, state: In(['waiting', 'running']) });
      if (open > 0) return false;
      await this.outbox.addJob(ctx, { kind, payload: {} });
      return true;
    });
  }

  private async state(schedule: Schedule, now: Date): Promise<ScheduleState> {
    const states = this.db.shared(systemCtx(now), ScheduleState);
    const known = await states.findOne({ key: schedule.key });
    if (known) return this.brought(known, schedule, now);
    try {
      return await states.save(states.build({ key: schedule.key, nextRunAt: firstRun(schedule, now) }));
    } catch (error) {
      const other = isUniqueViolation(error) ? await states.findOne({ key: schedule.key }) : null;
      if (!other) throw error;
      return other;
    }
  }

  /** A rhythm that was shortened in a new version must not wait for the old, later time. */
  private async brought(state: ScheduleState, schedule: Schedule, now: Date): Promise<ScheduleState> {
    const next = nextRun(schedule, now);
    if (state.nextRunAt <= next) return state;
    await this.db
      .shared(systemCtx(now), ScheduleState)
      .updateWhere({ id: state.id, nextRunAt: state.nextRunAt }, { nextRunAt: next });
    return { ...state, nextRunAt: next };
  }
}
