import { Injectable } from '@nestjs/common';
import { endOfDay, must, startOfDay, type EditorCtx, type Page, type PageRequest } from '@zhanqun/kernel';
import {
  allOf,
  Audit,
  containing,
  Db,
  In,
  LessThanOrEqual,
  MoreThan,
  MoreThanOrEqual,
  type Where,
} from '@zhanqun/platform';
import { Asset, type AssetKind } from './asset.entity';
import { tagsUsed, type TagRow } from './asset-use.sql';
import { AssetFolders } from './folder/asset-folders';
import { storedTags, tagList } from './tags';

export interface AssetFilter {
  readonly kind?: AssetKind | undefined;
  readonly q?: string | undefined;
  readonly tag?: string | undefined;
  /** 0 = the top of the library. */
  readonly folderId?: number | undefined;
  readonly minBytes?: number | undefined;
  readonly maxBytes?: number | undefined;
  /** Days of uploading, Shanghai. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly unused?: boolean | undefined;
  readonly state?: 'ready' | 'trashed' | 'quarantined' | undefined;
  readonly sort?: AssetSort | undefined;
}

export const ASSET_SORTS = ['newest', 'oldest', 'name', 'largest'] as const;
export type AssetSort = (typeof ASSET_SORTS)[number];

const ORDER = {
  newest: { id: 'DESC' },
  oldest: { id: 'ASC' },
  name: { name: 'ASC', id: 'ASC' },
  largest: { bytes: 'DESC', id: 'DESC' },
} as const;

export interface TagCount {
  readonly tag: string;
  readonly number: number;
}

/** 素材库的查找与整理: what people of the site do with many files at once. */
@Injectable()
export class AssetLibrary {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly folders: AssetFolders,
  ) {}

  async list(ctx: EditorCtx, filter: AssetFilter, paging: PageRequest): Promise<Page<Asset>> {
    if (filter.folderId) await this.folders.get(ctx, filter.folderId);
    const order = ORDER[filter.sort ?? 'newest'];
    return this.db.site(ctx, Asset).page({ where: allOf(...conditions(filter)), order }, paging);
  }

  /** 标签, the most used first. */
  async tags(ctx: EditorCtx): Promise<TagCount[]> {
    const { text, parameters } = tagsUsed(ctx.site.id);
    const counts = new Map<string, number>();
    for (const row of await this.db.sql<TagRow>(ctx, text, parameters))
      for (const tag of tagList(row.tags)) counts.set(tag, (counts.get(tag) ?? 0) + Number(row.number));
    return [...counts]
      .map(([tag, number]) => ({ tag, number }))
      .toSorted((left, right) => right.number - left.number || left.tag.localeCompare(right.tag))
      .slice(0, 100);
  }

  /** 移动到文件夹; null is the top. Answers how many were moved: ids of other sites are nobody's. */
  async move(ctx: EditorCtx, ids: readonly number[], folderId: number | null): Promise<number> {
    if (folderId !== null) await this.folders.get(ctx, folderId);
    return this.change(ctx, ids, '移动素材', (asset) => {
      asset.folderId = folderId;
    });
  }

  /** 批量加减标签. */
  async tag(
    ctx: EditorCtx,
    ids: readonly number[],
    { add, remove }: { readonly add: readonly string[]; readonly remove: readonly string[] },
  ): Promise<number> {
    return this.change(ctx, ids, '修改素材标签', (asset) => {
      const kept = tagList(asset.tags).filter((tag) => !remove.includes(tag));
      asset.tags = storedTags([...kept, ...add]);
    });
  }

  private async change(
    ctx: EditorCtx,
    ids: readonly number[],
    what: string,
    work: (asset: Asset) => void,
  ): Promise<number> {
    return this.db.transaction(ctx, async (ctx) => {
      const where = { id: In([...new Set(ids)]), state: 'ready' as const };
      const assets = await this.db.site(ctx, Asset).find({ where, take: 500 });
      for (const asset of assets) {
        must(ctx, 'update', asset);
        work(asset);
        await this.db.site(ctx, Asset).save(asset);
      }
      if (assets.length > 0) {
        const summary = `${what} ${assets.length} 个`;
        const detail = { ids: assets.map(({ id }) => id) };
        await this.audit.record(ctx, { action: 'asset.arrange', subject: 'Asset', summary, detail });
      }
      return assets.length;
    });
  }
}

function conditions(filter: AssetFilter): Where<Asset>[] {
  const { kind, q, tag, folderId, minBytes, maxBytes, from, until, unused } = filter;
  const parts: Where<Asset>[] = [{ state: filter.state ?? 'ready' }];
  if (kind) parts.push({ kind });
  if (folderId !== undefined) parts.push({ folderId: folderId === 0 ? null : folderId });
  if (q) parts.push([{ name: containing(q) }, { alt: containing(q) }, { tags: containing(q) }]);
  if (tag) parts.push({ tags: containing(`;${tag};`) });
  if (minBytes !== undefined) parts.push({ bytes: MoreThanOrEqual(minBytes) });
  if (maxBytes !== undefined) parts.push({ bytes: LessThanOrEqual(maxBytes) });
  if (from) parts.push({ createdAt: MoreThanOrEqual(startOfDay(from)) });
  if (until) parts.push({ createdAt: LessThanOrEqual(endOfDay(until)) });
  // What was never counted may be used: it is not offered for throwing away.
  if (unused === true) parts.push({ uses: 0 });
  if (unused === false) parts.push({ uses: MoreThan(0) });
  return parts;
}
