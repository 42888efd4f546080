import { Injectable } from '@nestjs/common';
import type { SiteCtx } from '@zhanqun/kernel';
import { Db, In } from '@zhanqun/platform';
import { ArticleAssets, type AssetFacts } from '../article/article-assets';
import { Asset } from './asset.entity';

/** The site's library as articles use it. */
@Injectable()
export class SiteLibrary extends ArticleAssets {
  constructor(private readonly db: Db) {
    super();
  }

  override async describe(ctx: SiteCtx, ids: readonly number[]): Promise<ReadonlyMap<number, AssetFacts>> {
    if (ids.length === 0) return new Map();
    const where = { id: In([...new Set(ids)]), state: 'ready' as const };
    const assets = await this.db.site(ctx, Asset).find({ where });
    return new Map(assets.map((asset) => [asset.id, factsOf(asset)]));
  }
}

function factsOf({ id, kind, name, path, mime, extension, bytes, alt }: Asset): AssetFacts {
  return { id, kind, name, path, mime, format: extension.toUpperCase(), bytes, alt };
}
