import { Injectable } from '@nestjs/common';
import type { Ctx, Page, PageRequest, StaffCtx } from '@zhanqun/kernel';
import { Audit } from '../audit';
import { allOf, containing, Db, In, LessThan, type Where } from '../db';
import { JobMover } from './job-mover';
import { JOB_STATES, jobState, type JobState } from './job-state';
import { jobChangedMeanwhile, jobNotFound } from './jobs.errors';
import { OutboxRow } from './outbox-row.entity';

export interface JobFilter {
  readonly state?: JobState;
  readonly kind?: string;
  readonly siteId?: number;
  /** Part of the kind or of the last error. */
  readonly q?: string;
}

export type JobCounts = Readonly<Record<JobState, number>> & { readonly overdue: number };

const OVERDUE_MS = 5 * 60_000;
const PRUNE_BATCH = 500;

/** 后台任务: what the console sees of the outbox, and what a person may do about a job. */
@Injectable()
export class JobsService {
  constructor(
    private readonly db: Db,
    private readonly mover: JobMover,
    private readonly audit: Audit,
  ) {}

  /** Newest first. */
  async list(
    ctx: Ctx,
    { state, kind, siteId, q }: JobFilter,
    request: PageRequest,
  ): Promise<Page<OutboxRow>> {
    const where = allOf<OutboxRow>(
      {
        ...(state ? { state } : {}),
        ...(kind ? { kind } : {}),
        ...(siteId === undefined ? {} : { siteId }),
      },
      q ? [{ kind: containing(q) }, { lastError: containing(q) }] : {},
    );
    return this.db.shared(ctx, OutboxRow).page({ where, order: { id: 'DESC' } }, request);
  }

  async get(ctx: Ctx, id: number): Promise<OutboxRow> {
    const row = await this.db.shared(ctx, OutboxRow).findOne({ id });
    if (!row) throw jobNotFound({ id });
    return row;
  }

  async counts(ctx: Ctx): Promise<JobCounts> {
    const rows = this.db.shared(ctx, OutboxRow);
    const counted: [string, number][] = [];
    for (const state of JOB_STATES) counted.push([state, await rows.count({ state })]);
    return { ...(Object.fromEntries(counted) as Record<JobState, number>), overdue: await this.overdue(ctx) };
  }

  /** Waiting jobs that should have started more than five minutes ago: a reason to raise an alarm. */
  async overdue(ctx: Ctx): Promise<number> {
    const runAfter = LessThan(new Date(ctx.now.getTime() - OVERDUE_MS));
    return this.db.shared(ctx, OutboxRow).count({ state: 'waiting', runAfter });
  }

  /** 重试：starts a failed or discarded job anew, with all its attempts. */
  async retry(ctx: StaffCtx, id: number): Promise<OutboxRow> {
    return this.db.transaction(ctx, async (ctx) => {
      const row = await this.move(ctx, id, 'retry', { attempts: 0, runAfter: ctx.now, finishedAt: null });
      this.db.afterCommit(ctx, () => this.mover.announce([row]));
      return row;
    });
  }

  /** 作废：the job will not be done. It stays in the list and can be retried. */
  async discard(ctx: StaffCtx, id: number): Promise<OutboxRow> {
    return this.db.transaction(ctx, (ctx) =>
      this.move(ctx, id, 'discard', { uniqueKey: null, finishedAt: ctx.now }),
    );
  }

  /** Removes finished jobs of long ago in small portions; failed ones wait for a person. */
  async prune(ctx: Ctx, finishedBefore: Date): Promise<number> {
    const rows = this.db.shared(ctx, OutboxRow);
    const where: Where<OutboxRow> = {
      state: In(['done', 'discarded']),
      finishedAt: LessThan(finishedBefore),
    };
    for (let removed = 0; ;) {
      const batch = await rows.select(['id'], { where, take: PRUNE_BATCH });
      if (batch.length > 0) removed += await rows.removeWhere({ id: In(batch.map(({ id }) => id)) });
      if (batch.length < PRUNE_BATCH) return removed;
    }
  }

  private async move(
    ctx: StaffCtx,
    id: number,
    move: 'retry' | 'discard',
    values: Partial<Pick<OutboxRow, 'attempts' | 'runAfter' | 'finishedAt' | 'uniqueKey'>>,
  ): Promise<OutboxRow> {
    const row = await this.get(ctx, id);
    const changed = { ...values, state: jobState.next(move, row.state) };
    const count = await this.db
      .shared(ctx, OutboxRow)
      .updateWhere({ id, state: row.state, attempts: row.attempts }, changed);
    if (count === 0) throw jobChangedMeanwhile({ id });
    await this.audit.record(ctx, {
      action: `job.${move}`,
      subject: 'Job',
      subjectId: id,
      summary: `${move === 'retry' ? '重试' : '作废'}后台任务 ${row.kind}`,
    });
    return Object.assign(row, changed);
  }
}
