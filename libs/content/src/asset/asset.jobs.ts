import { Injectable } from '@nestjs/common';
import { atSite, systemActor, type EditorCtx, type SiteCtx, type StaffCtx } from '@zhanqun/kernel';
import { Handles, Scheduled, SiteDirectory, type JobHandler, type ScheduledJob } from '@zhanqun/platform';
import { CountAssetUses } from './asset.events';
import { AssetPlaces } from './asset-places';
import { AssetTrash } from './asset-trash';
import { Quarantine } from './scan/quarantine';
import { Uploads } from './upload/uploads';

const ABANDONED_AFTER_MS = 24 * 60 * 60_000;

/** 素材清理：what a crash left half done, what lay in the trash for a month, uploads nobody went on with. */
@Scheduled({ key: 'content.assetCleaning', dailyAt: '03:20' })
@Injectable()
export class AssetCleaning implements ScheduledJob {
  constructor(
    private readonly trash: AssetTrash,
    private readonly uploads: Uploads,
    private readonly places: AssetPlaces,
    private readonly directory: SiteDirectory,
  ) {}

  async run(ctx: StaffCtx): Promise<void> {
    const before = new Date(ctx.now.getTime() - ABANDONED_AFTER_MS);
    for (const site of this.directory.all()) {
      const at = atSite(ctx, site);
      await this.trash.clean(at, before);
      await this.uploads.expire(at);
      await this.places.count(at);
    }
  }
}

/** 隔离区复查, as soon as the scanner answers again. */
@Scheduled({ key: 'content.assetQuarantine', everyMinutes: 10 })
@Injectable()
export class AssetQuarantineCheck implements ScheduledJob {
  constructor(
    private readonly quarantine: Quarantine,
    private readonly directory: SiteDirectory,
  ) {}

  async run(ctx: StaffCtx): Promise<void> {
    for (const site of this.directory.all()) {
      const at: EditorCtx = { ...atSite(ctx, site), actor: systemActor };
      if ((await this.quarantine.examineAll(at)) > 0) return;
    }
  }
}

@Handles(CountAssetUses)
@Injectable()
export class AssetUseCounting implements JobHandler<CountAssetUses> {
  constructor(private readonly places: AssetPlaces) {}

  async handle(ctx: SiteCtx): Promise<void> {
    await this.places.count(ctx);
  }
}
