import { Injectable } from '@nestjs/common';
import { atSite, type StaffCtx } from '@zhanqun/kernel';
import { Scheduled, SiteDirectory, type ScheduledJob } from '@zhanqun/platform';
import { Presences } from '../presence/presences.service';
import { WorkingCopies } from './working-copies.service';

const KEPT_FOR_MS = 60 * 24 * 60 * 60_000;

/** 工作副本清理: what was typed two months ago and never saved, and traces of people who left. */
@Scheduled({ key: 'content.workingCopyCleaning', dailyAt: '03:40' })
@Injectable()
export class WorkingCopyCleaning implements ScheduledJob {
  constructor(
    private readonly copies: WorkingCopies,
    private readonly presences: Presences,
    private readonly directory: SiteDirectory,
  ) {}

  async run(ctx: StaffCtx): Promise<void> {
    const before = new Date(ctx.now.getTime() - KEPT_FOR_MS);
    for (const site of this.directory.all()) {
      await this.copies.clean(atSite(ctx, site), before);
      await this.presences.clean(atSite(ctx, site));
    }
  }
}
