import { Injectable } from '@nestjs/common';
import type { Ctx } from '@zhanqun/kernel';
import { Db, isUniqueViolation } from '../db';
import { JobMover } from './job-mover';
import { kindOfEvent, payloadOf } from './job-event';
import { OutboxRow } from './outbox-row.entity';

export interface AddOptions {
  /** Not before this instant; at once when left out. */
  readonly runAfter?: Date;
  /**
   * At most one *waiting* job of this kind and site has this key. Adding it again replaces the payload
   * and the time of the one that waits; one that runs already is not touched and a new one is added,
   * because it may have read the old facts.
   */
  readonly uniqueKey?: string;
}

export interface NewJob extends AddOptions {
  readonly kind: string;
  readonly payload: Record<string, unknown>;
  readonly maxAttempts?: number;
}

const KEY_LENGTH = 190;

/**
 * 待办事项箱：work that follows from a change. The job is stored in the caller's transaction, so it exists
 * if and only if the change does; it is done at least once, after commit, in a process of its own.
 */
@Injectable()
export class Outbox {
  constructor(
    private readonly db: Db,
    private readonly mover: JobMover,
  ) {}

  /** Announces a fact; whoever `@Handles` its class will be called with an equal one, at the same site. */
  async add(ctx: Ctx, event: object, options: AddOptions = {}): Promise<void> {
    await this.addJob(ctx, { kind: kindOfEvent(event), payload: payloadOf(event), ...options });
  }

  /** As `add`, for jobs without an event class (schedules). */
  async addJob(ctx: Ctx, job: NewJob): Promise<void> {
    const row =
      job.uniqueKey === undefined ? await this.insert(ctx, job, null) : await this.addOrMove(ctx, job);
    this.db.afterCommit(ctx, () => this.mover.announce([row]));
  }

  private async addOrMove(ctx: Ctx, job: NewJob): Promise<OutboxRow> {
    const key = `${ctx.site?.id ?? 0}:${job.kind}:${job.uniqueKey}`;
    if (key.length > KEY_LENGTH) throw new Error(`The unique key ${key} is too long`);
    const waiting = await this.db.shared(ctx, OutboxRow).findOne({ uniqueKey: key });
    const moved = waiting && (await this.move(ctx, waiting, job));
    if (moved) return moved;
    try {
      return await this.insert(ctx, job, key);
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
    }
    // Somebody else added it in the same moment.
    const added = await this.db
      .shared(ctx, OutboxRow)
      .findOne({ uniqueKey: key }, ctx.tx ? { lock: 'write' } : {});
    const movedNow = added && (await this.move(ctx, added, job));
    return movedNow ?? this.insert(ctx, job, key);
  }

  /** Null when the row started in the meantime. */
  private async move(ctx: Ctx, row: OutboxRow, job: NewJob): Promise<OutboxRow | null> {
    const { id, attempts, uniqueKey } = row;
    const values = { payload: job.payload, runAfter: job.runAfter ?? ctx.now, traceId: ctx.traceId };
    const changed = await this.db
      .shared(ctx, OutboxRow)
      .updateWhere({ id, state: 'waiting', attempts, uniqueKey }, values);
    return changed === 1 ? Object.assign(row, values) : null;
  }

  private insert(ctx: Ctx, job: NewJob, uniqueKey: string | null): Promise<OutboxRow> {
    const rows = this.db.shared(ctx, OutboxRow);
    const row = rows.build({
      kind: job.kind,
      payload: job.payload,
      runAfter: job.runAfter ?? ctx.now,
      ...(job.maxAttempts === undefined ? {} : { maxAttempts: job.maxAttempts }),
      uniqueKey,
      traceId: ctx.traceId,
      actorId: ctx.actor && ctx.actor.accountId > 0 ? ctx.actor.accountId : null,
    });
    row.siteId = ctx.site?.id ?? null;
    return rows.save(row);
  }
}
