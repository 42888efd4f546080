import { Injectable } from '@nestjs/common';
import { atSite, type StaffCtx } from '@zhanqun/kernel';
import { Scheduled, SiteDirectory, type ScheduledJob } from '@zhanqun/platform';
import { RecycleBin } from './recycle-bin.service';

/** 回收站清理: every night, what has been in the bin longer than the site keeps it. */
@Scheduled({ key: 'content.recycleBin', dailyAt: '03:10' })
@Injectable()
export class RecycleBinSweep implements ScheduledJob {
  constructor(
    private readonly bin: RecycleBin,
    private readonly directory: SiteDirectory,
  ) {}

  async run(ctx: StaffCtx): Promise<void> {
    for (const site of this.directory.all()) await this.bin.sweep(atSite(ctx, site));
  }
}
