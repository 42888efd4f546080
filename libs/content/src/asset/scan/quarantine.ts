import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import { DomainError, type EditorCtx, type SiteCtx } from '@zhanqun/kernel';
import { Audit, Db, FileStore } from '@zhanqun/platform';
import { Asset, storedPath } from '../asset.entity';
import { AssetFiles } from '../asset-files';
import { assetNotFound } from '../asset.errors';
import { Scanning } from './scanning';

/** 隔离区: files that nobody could examine. Never shown to anybody; examined again until a scanner answers. */
@Injectable()
export class Quarantine {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly store: FileStore,
    private readonly files: AssetFiles,
    private readonly scanning: Scanning,
  ) {}

  /** One file, now. Raises `content.asset.infected` after taking it away for good. */
  async examine(ctx: EditorCtx, id: number): Promise<Asset> {
    const asset = await this.db.site(ctx, Asset).findOne({ id, state: 'quarantined' });
    if (!asset) throw assetNotFound({ id });
    try {
      if (await this.isClean(ctx, asset)) await this.release(ctx, asset);
      return asset;
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'content.asset.infected') throw error;
      const taken = await this.db
        .site(ctx, Asset)
        .updateWhere({ id, state: 'quarantined' }, { state: 'removing' });
      if (taken === 1) await this.files.discard(ctx, asset);
      throw error;
    }
  }

  /** All files of the site that wait; tells how many still do. */
  async examineAll(ctx: EditorCtx): Promise<number> {
    const waiting = await this.db
      .site(ctx, Asset)
      .select(['id'], { where: { state: 'quarantined' }, take: 200 });
    let left = 0;
    for (const { id } of waiting) {
      try {
        const { state } = await this.examine(ctx, id);
        if (state === 'quarantined') left += 1;
        // One without an answer: the scanner is still away, and so it is for the others.
        if (left > 0) return waiting.length;
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
      }
    }
    return left;
  }

  private async isClean(ctx: EditorCtx, asset: Asset): Promise<boolean> {
    const folder = await mkdtemp(join(tmpdir(), `zhanqun-scan-${ctx.site.id}-`));
    try {
      const path = join(folder, 'file');
      const { stream } = await this.store.read(ctx.site.id, storedPath(asset));
      await pipeline(stream, createWriteStream(path));
      return await this.scanning.judge(ctx, path, asset);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  private async release(ctx: SiteCtx, asset: Asset): Promise<void> {
    await this.db.transaction(ctx, async (ctx) => {
      asset.state = 'ready';
      await this.db.site(ctx, Asset).save(asset);
      const summary = `查毒通过，“${asset.name}”可以使用`;
      await this.audit.record(ctx, {
        action: 'asset.release',
        subject: 'Asset',
        subjectId: asset.id,
        summary,
      });
    });
  }
}
