import { Injectable } from '@nestjs/common';
import { systemCtx } from '@zhanqun/kernel';
import { Db, LessThanOrEqual, MoreThan, type Changes, type SharedRepository, type Where } from '../db';
import { errorText } from './error-text';
import { jobState } from './job-state';
import { JobTiming } from './job-timing';
import { OutboxRow } from './outbox-row.entity';

export const LEASE_LOST_TEXT = '执行该任务的进程意外中断';

/** Everything but the payload: one unreadable payload must not hide the other rows. */
const MOVED = [
  'id',
  'kind',
  'siteId',
  'state',
  'attempts',
  'maxAttempts',
  'runAfter',
  'lockedUntil',
  'traceId',
] as const satisfies readonly (keyof OutboxRow)[];
export type MovedRow = Pick<OutboxRow, (typeof MOVED)[number]>;

/**
 * The runners' view of the outbox: which rows are due, who has which, how each ended. Every change is
 * a conditional update, so any number of processes may look at once and a row runs once at a time.
 */
@Injectable()
export class JobLedger {
  constructor(
    private readonly db: Db,
    private readonly timing: JobTiming,
  ) {}

  /** Rows to be started now, oldest first: waiting ones that are due, and those of dead processes. */
  async due(now: Date, take: number): Promise<MovedRow[]> {
    const rows = this.rows(now);
    const orphaned = await rows.select(MOVED, {
      where: { state: 'running', lockedUntil: LessThanOrEqual(now) },
      order: { lockedUntil: 'ASC', id: 'ASC' },
      take,
    });
    const waiting = await rows.select(MOVED, {
      where: { state: 'waiting', runAfter: LessThanOrEqual(now) },
      order: { runAfter: 'ASC', id: 'ASC' },
      take,
    });
    return [...orphaned, ...waiting].slice(0, take);
  }

  /** Every row that should be on the queue, due or not, in pages by id. */
  async open(now: Date, { afterId, take }: { afterId: number; take: number }): Promise<MovedRow[]> {
    const where: Where<OutboxRow> = [
      { state: 'waiting', id: MoreThan(afterId) },
      { state: 'running', lockedUntil: LessThanOrEqual(now), id: MoreThan(afterId) },
    ];
    return this.rows(now).select(MOVED, { where, order: { id: 'ASC' }, take });
  }

  /** Takes the row for one start; null when it is not due, gone, or somebody else has it. */
  async claim(id: number, now: Date): Promise<MovedRow | null> {
    const [row] = await this.rows(now).select(MOVED, { where: { id }, take: 1 });
    if (!row || !isDue(row, now)) return null;
    if (row.state === 'running' && row.attempts >= row.maxAttempts) {
      await this.close(row, now, 'fail', LEASE_LOST_TEXT);
      return null;
    }
    const taken = {
      state: jobState.next('start', row.state),
      attempts: row.attempts + 1,
      lockedUntil: this.leaseEnd(now),
      startedAt: now,
      finishedAt: null,
      uniqueKey: null,
    };
    return (await this.change(row, now, taken)) ? Object.assign(row, taken) : null;
  }

  async payload(row: MovedRow, now: Date): Promise<Record<string, unknown>> {
    const [stored] = await this.rows(now).select(['payload'], { where: { id: row.id }, take: 1 });
    if (!stored) throw new Error('任务已不在表中');
    return stored.payload;
  }

  /** False when the lease is lost: somebody else has started the row again. */
  async renew(row: MovedRow, now: Date): Promise<boolean> {
    const lockedUntil = this.leaseEnd(now);
    const isOurs = await this.change({ ...row, lockedUntil: null }, now, { lockedUntil });
    if (isOurs) row.lockedUntil = lockedUntil;
    return isOurs;
  }

  async finish(row: MovedRow, now: Date): Promise<void> {
    await this.close(row, now, 'finish', null);
  }

  /** Puts the row off for its next start, or fails it for good after the last one. */
  async fail(row: MovedRow, error: unknown, now: Date): Promise<MovedRow | null> {
    const lastError = errorText(error);
    const pause = this.timing.pauseAfter(row.attempts, row.maxAttempts);
    if (pause === null) {
      await this.close(row, now, 'fail', lastError);
      return null;
    }
    const changed = {
      state: jobState.next('putOff', row.state),
      runAfter: new Date(now.getTime() + pause),
      lockedUntil: null,
      lastError,
    };
    const isOurs = await this.change({ ...row, lockedUntil: null }, now, changed);
    return isOurs ? Object.assign(row, changed) : null;
  }

  private async close(
    row: MovedRow,
    now: Date,
    move: 'finish' | 'fail',
    lastError: string | null,
  ): Promise<void> {
    const changed = { state: jobState.next(move, row.state), finishedAt: now, lockedUntil: null, lastError };
    await this.change({ ...row, lockedUntil: null }, now, changed);
  }

  /** Changes the row only if nobody has changed it since; a lease end, where known, must be the same too. */
  private async change(row: MovedRow, now: Date, values: Changes<OutboxRow>): Promise<boolean> {
    const { id, state, attempts, lockedUntil } = row;
    const where = { id, state, attempts, ...(lockedUntil ? { lockedUntil } : {}) };
    return (await this.rows(now).updateWhere(where, values)) === 1;
  }

  private rows(now: Date): SharedRepository<OutboxRow> {
    return this.db.shared(systemCtx(now), OutboxRow);
  }

  private leaseEnd(now: Date): Date {
    return new Date(now.getTime() + this.timing.leaseMs);
  }
}

function isDue(row: MovedRow, now: Date): boolean {
  if (row.state === 'waiting') return row.runAfter <= now;
  return row.state === 'running' && row.lockedUntil !== null && row.lockedUntil <= now;
}
