import { Injectable } from '@nestjs/common';
import type { StaffCtx } from '@zhanqun/kernel';
import { PurgeLog } from '../cache';
import { Scheduled, type ScheduledJob } from './handles';
import { JobsService } from './jobs.service';

const DAY_MS = 86_400_000;
const KEEP_JOBS_DAYS = 30;
/** A public process that was off for longer starts with an empty cache. */
const KEEP_PURGES_DAYS = 7;

/** 日常清理：finished jobs and old purge entries. */
@Injectable()
@Scheduled({ key: 'platform.housekeeping', dailyAt: '03:40' })
export class Housekeeping implements ScheduledJob {
  constructor(
    private readonly jobs: JobsService,
    private readonly purges: PurgeLog,
  ) {}

  async run(ctx: StaffCtx): Promise<void> {
    const ago = (days: number): Date => new Date(ctx.now.getTime() - days * DAY_MS);
    await this.jobs.prune(ctx, ago(KEEP_JOBS_DAYS));
    await this.purges.prune(ctx, ago(KEEP_PURGES_DAYS));
  }
}
