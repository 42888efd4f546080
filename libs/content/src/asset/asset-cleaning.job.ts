import { Injectable } from '@nestjs/common';
import { atSite, type StaffCtx } from '@zhanqun/kernel';
import { Scheduled, SiteDirectory, type ScheduledJob } from '@zhanqun/platform';
import { AssetService } from './asset.service';

const ABANDONED_AFTER_MS = 24 * 60 * 60_000;

/** 素材清理：uploads and removals that a crash left half done. */
@Scheduled({ key: 'content.assetCleaning', dailyAt: '03:20' })
@Injectable()
export class AssetCleaning implements ScheduledJob {
  constructor(
    private readonly assets: AssetService,
    private readonly directory: SiteDirectory,
  ) {}

  async run(ctx: StaffCtx): Promise<void> {
    const before = new Date(ctx.now.getTime() - ABANDONED_AFTER_MS);
    for (const site of this.directory.all()) await this.assets.clean(atSite(ctx, site), before);
  }
}
