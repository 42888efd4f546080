import { createReadStream } from 'node:fs';
import { Injectable } from '@nestjs/common';
import type { SiteCtx } from '@zhanqun/kernel';
import { Db, FileStore } from '@zhanqun/platform';
import { Asset, storedPath } from './asset.entity';
import { AssetOffer } from './offer/asset-offer.entity';
import { AssetVersion } from './asset-version.entity';
import type { Picture } from './picture';
import type { ReceivedFile } from './upload';
import { Variants } from './variants';

/** The bytes of assets: their file, its former ones, the pictures drawn from them. */
@Injectable()
export class AssetFiles {
  constructor(
    private readonly db: Db,
    private readonly files: FileStore,
    private readonly variants: Variants,
  ) {}

  /** Pictures as redrawn, everything else as it came. A file that was received in pieces is not copied. */
  async store(ctx: SiteCtx, name: string, file: ReceivedFile, picture: Picture | null): Promise<void> {
    const { id } = ctx.site;
    if (picture) await this.files.put(id, name, picture.bytes);
    else if (file.isInStore) await this.files.adopt(id, name, file.path);
    else await this.files.put(id, name, createReadStream(file.path));
  }

  async removeFile(ctx: SiteCtx, storedAs: string): Promise<void> {
    await this.variants.remove(ctx, storedAs);
    await this.files.remove(ctx.site.id, storedAs);
  }

  /** Takes an asset out of the world: files first, the row that knows of them last. Can be repeated. */
  async discard(ctx: SiteCtx, asset: Asset): Promise<void> {
    const offered = await this.db
      .shared(ctx, AssetOffer)
      .find({ where: { fromSiteId: ctx.site.id, assetId: asset.id } });
    for (const { storedAs } of offered) await this.files.remove(ctx.site.id, storedAs);
    const former = await this.db.site(ctx, AssetVersion).find({ where: { assetId: asset.id } });
    for (const storedAs of new Set([storedPath(asset), asset.path, ...former.map((each) => each.storedAs)]))
      await this.removeFile(ctx, storedAs);
    await this.db.transaction(ctx, async (ctx) => {
      await this.db.shared(ctx, AssetOffer).removeWhere({ fromSiteId: ctx.site.id, assetId: asset.id });
      await this.db.site(ctx, AssetVersion).removeWhere({ assetId: asset.id });
      await this.db.site(ctx, Asset).removeWhere({ id: asset.id, state: 'removing' });
    });
  }
}
