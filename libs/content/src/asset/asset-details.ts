import { Injectable } from '@nestjs/common';
import type { EditorCtx } from '@zhanqun/kernel';
import type { Asset } from './asset.entity';
import { AssetIntake } from './asset-intake';
import { AssetPlaces } from './asset-places';
import { AssetQuota } from './asset-quota';
import { AssetReplacing } from './asset-replacing';
import {
  toAssetView,
  toPlaceView,
  toVersionView,
  type AssetDetailView,
  type AssetSpaceView,
} from './asset.view';
import { AssetOffers } from './offer/asset-offers';

/** What the console shows of one asset and of the room there is. */
@Injectable()
export class AssetDetails {
  constructor(
    private readonly places: AssetPlaces,
    private readonly replacing: AssetReplacing,
    private readonly offers: AssetOffers,
    private readonly quota: AssetQuota,
    private readonly intake: AssetIntake,
  ) {}

  async of(ctx: EditorCtx, asset: Asset): Promise<AssetDetailView> {
    const places = await this.places.of(ctx, asset);
    const versions = await this.replacing.versions(ctx, asset.id);
    const offered = await this.offers.offeredAmong(ctx, [asset.id]);
    return {
      ...toAssetView(asset, ctx.site.key),
      places: places.map(toPlaceView),
      versions: versions.map(toVersionView),
      isOffered: offered.has(asset.id),
    };
  }

  async space(ctx: EditorCtx): Promise<AssetSpaceView> {
    const mostBytes = {
      image: this.intake.mostBytes('image'),
      video: this.intake.mostBytes('video'),
      audio: this.intake.mostBytes('audio'),
      attachment: this.intake.mostBytes('attachment'),
    };
    return { ...(await this.quota.space(ctx)), mostBytes };
  }
}
