import { Injectable } from '@nestjs/common';
import { DomainError, must, type EditorCtx, type SiteCtx } from '@zhanqun/kernel';
import { Audit, Db, In, LessThan } from '@zhanqun/platform';
import { Asset } from './asset.entity';
import { assetInUse, assetNotFound } from './asset.errors';
import { AssetFiles } from './asset-files';
import { AssetPlaces, placeWords } from './asset-places';

const KEPT_MS = 30 * 24 * 60 * 60_000;

/** One of several that a person chose, and why it stayed. */
export interface Kept {
  readonly id: number;
  readonly reason: string;
}

/** 素材回收站: what was removed can be brought back for 30 days; only then its files go. */
@Injectable()
export class AssetTrash {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly places: AssetPlaces,
    private readonly files: AssetFiles,
  ) {}

  /** 删除素材. Raises `content.asset.inUse`, naming where, while any text or the look of the site uses it. */
  async put(ctx: EditorCtx, id: number): Promise<void> {
    await this.db.transaction(ctx, async (ctx) => {
      const asset = await this.db.site(ctx, Asset).findOne({ id, state: In(['ready', 'quarantined']) });
      if (!asset) throw assetNotFound({ id });
      must(ctx, 'delete', asset);
      const places = await this.places.of(ctx, asset);
      if (places.length > 0) throw assetInUse({ places: placeWords(places) });
      // What nobody has examined is not kept for a way back.
      const isKept = asset.state === 'ready';
      Object.assign(asset, { state: isKept ? 'trashed' : 'removing', trashedAt: ctx.now });
      asset.trashedByName = ctx.actor.name;
      await this.db.site(ctx, Asset).save(asset);
      await this.record(ctx, 'asset.trash', asset, '删除素材（移入回收站）');
      if (!isKept) this.db.afterCommit(ctx, () => this.files.discard(outside(ctx), asset));
    });
  }

  /** Each by itself: one that is in use keeps no other from going. */
  async putAll(ctx: EditorCtx, ids: readonly number[]): Promise<Kept[]> {
    return each(ids, (id) => this.put(ctx, id));
  }

  /** 恢复. */
  async restore(ctx: EditorCtx, id: number): Promise<void> {
    await this.db.transaction(ctx, async (ctx) => {
      const asset = await this.trashed(ctx, id);
      must(ctx, 'delete', asset);
      Object.assign(asset, { state: 'ready', trashedAt: null, trashedByName: '' });
      await this.db.site(ctx, Asset).save(asset);
      await this.record(ctx, 'asset.restore', asset, '从回收站恢复素材');
    });
  }

  async restoreAll(ctx: EditorCtx, ids: readonly number[]): Promise<Kept[]> {
    return each(ids, (id) => this.restore(ctx, id));
  }

  /** 彻底删除. */
  async removeForGood(ctx: EditorCtx, id: number): Promise<void> {
    const removing = await this.db.transaction(ctx, async (ctx) => {
      const asset = await this.trashed(ctx, id);
      must(ctx, 'delete', asset);
      asset.state = 'removing';
      await this.db.site(ctx, Asset).save(asset);
      await this.record(ctx, 'asset.remove', asset, '彻底删除素材');
      return asset;
    });
    await this.files.discard(ctx, removing);
  }

  /** Finishes what crashes interrupted and empties what has lain in the trash; returns how many rows there were. */
  async clean(ctx: SiteCtx, abandonedBefore: Date): Promise<number> {
    const assets = this.db.site(ctx, Asset);
    const halfDone = await assets.find({ where: { state: In(['storing', 'removing']) }, take: 500 });
    const forgotten = await assets.find({
      where: { state: 'trashed', trashedAt: LessThan(new Date(ctx.now.getTime() - KEPT_MS)) },
      take: 500,
    });
    const due = [...halfDone.filter((asset) => asset.updatedAt < abandonedBefore), ...forgotten];
    for (const asset of due) {
      const { id, state } = asset;
      const taken = await assets.updateWhere({ id, state }, { state: 'removing' });
      if (taken === 1) await this.files.discard(ctx, asset);
    }
    return due.length;
  }

  private async trashed(ctx: SiteCtx, id: number): Promise<Asset> {
    const asset = await this.db.site(ctx, Asset).findOne({ id, state: 'trashed' });
    if (!asset) throw assetNotFound({ id });
    return asset;
  }

  private async record(ctx: EditorCtx, action: string, asset: Asset, what: string): Promise<void> {
    const detail = { sha256: asset.sha256, bytes: asset.bytes };
    const summary = `${what}“${asset.name}”`;
    await this.audit.record(ctx, { action, subject: 'Asset', subjectId: asset.id, summary, detail });
  }
}

function outside({ tx: _tx, ...ctx }: SiteCtx): SiteCtx {
  return ctx;
}

async function each(ids: readonly number[], work: (id: number) => Promise<void>): Promise<Kept[]> {
  const kept: Kept[] = [];
  for (const id of new Set(ids)) {
    try {
      await work(id);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      kept.push({ id, reason: error.message });
    }
  }
  return kept;
}
