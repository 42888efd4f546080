import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { must, type EditorCtx, type SiteCtx } from '@zhanqun/kernel';
import {
  AppConfig,
  Audit,
  Db,
  FileStore,
  isUniqueViolation,
  type ByteRange,
  type FileReading,
} from '@zhanqun/platform';
import { Asset, storedPath } from './asset.entity';
import { assetBusy, assetNotFound } from './asset.errors';
import { AssetFiles } from './asset-files';
import { checkedAlt, factsOf, type Arrival } from './asset-facts';
import { AssetIntake, MEGABYTE } from './asset-intake';
import { readFileName, withExtension } from './file-name';
import { storedTags } from './tags';
import { withReceived, withWhole, type ReceivedFile } from './upload';

export interface NewAsset {
  /** As the browser sent it. */
  readonly fileName: string;
  readonly content: Uint8Array | Readable;
  readonly alt?: string | undefined;
  readonly folderId?: number | null | undefined;
}

/** A removal that has stood for longer was interrupted. */
const INTERRUPTED_MS = 10 * 60_000;

/** 素材库 of a site. */
@Injectable()
export class AssetService {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly files: FileStore,
    private readonly config: AppConfig,
    private readonly intake: AssetIntake,
    private readonly stored: AssetFiles,
  ) {}

  /**
   * 上传. The content decides what the file is; what may not be published is refused before anything is
   * stored. The same content again answers with the asset that is already there.
   *
   * A row announces the files before they are written, so a crash leaves nothing unknown. Not to be
   * called inside a transaction: pictures take their time.
   */
  async upload(ctx: EditorCtx, file: NewAsset): Promise<Asset> {
    must(ctx, 'create', this.db.site(ctx, Asset).build({ uploadedById: ctx.actor.accountId }));
    return this.keep(ctx, file);
  }

  /** As `upload`, for files that arrive with a document a person was allowed to take over. */
  async keep(ctx: EditorCtx, { content, ...facts }: NewAsset): Promise<Asset> {
    if (ctx.tx) throw new Error('files are not received inside a transaction');
    readFileName(facts.fileName);
    const most = this.config.uploadMegabytes * MEGABYTE;
    return withReceived(ctx.site.id, content, most, (received) => this.take(ctx, received, facts));
  }

  /** As `keep`, for a file that was received in pieces and lies in the store's own folder; it is not copied. */
  async keepWhole(ctx: EditorCtx, path: string, facts: Omit<NewAsset, 'content'>): Promise<Asset> {
    return withWhole(path, (received) => this.take(ctx, received, facts, received.size));
  }

  async get(ctx: SiteCtx, id: number): Promise<Asset> {
    const asset = await this.db.site(ctx, Asset).findOne({ id, state: 'ready' });
    if (!asset) throw assetNotFound({ id });
    return asset;
  }

  async byPath(ctx: SiteCtx, path: string): Promise<Asset> {
    const asset = await this.db.site(ctx, Asset).findOne({ path, state: 'ready' });
    if (!asset) throw assetNotFound({ id: 0 });
    return asset;
  }

  /** The stored file, for people of the site; whether citizens may read it is `PublicFiles`' question. */
  async read(ctx: SiteCtx, asset: Asset, storedAs: string = storedPath(asset)): Promise<FileReading> {
    return this.files.read(ctx.site.id, storedAs);
  }

  /** A part of it, as players ask for films. */
  async readPart(ctx: SiteCtx, storedAs: string, range: ByteRange): Promise<FileReading> {
    return this.files.read(ctx.site.id, storedAs, range);
  }

  /** 改名、改说明、改标签. The address stays. */
  async describe(
    ctx: EditorCtx,
    id: number,
    to: { name?: string; alt?: string; tags?: readonly string[] },
  ): Promise<Asset> {
    return this.db.transaction(ctx, async (ctx) => {
      const asset = await this.get(ctx, id);
      must(ctx, 'update', asset);
      if (to.name !== undefined) asset.name = this.renamed(asset, to.name);
      if (to.alt !== undefined) asset.alt = checkedAlt(to.alt);
      if (to.tags !== undefined) asset.tags = storedTags(to.tags);
      await this.db.site(ctx, Asset).save(asset);
      await this.record(ctx, 'asset.edit', asset, '修改素材');
      return asset;
    });
  }

  private async take(
    ctx: EditorCtx,
    received: ReceivedFile,
    facts: Omit<NewAsset, 'content'>,
    announced = 0,
  ): Promise<Asset> {
    const named = readFileName(facts.fileName);
    const alt = checkedAlt(facts.alt ?? '');
    const known = await this.known(ctx, received.sha256);
    if (known) return known;
    const judged = await this.intake.judge(ctx, received, named, announced);
    const name = withExtension(named.name, judged.type.extension);
    const arrival: Arrival = { name, alt, folderId: facts.folderId ?? null, received, ...judged };
    const asset = await this.announce(ctx, arrival);
    if (asset.state !== 'storing') return asset;
    await this.stored.store(ctx, storedPath(asset), received, judged.picture);
    return this.finish(ctx, asset, judged.isScanned);
  }

  /** What is here already, brought back when it lay in the trash. */
  private async known(ctx: EditorCtx, sha256: string): Promise<Asset | null> {
    const asset = await this.db.site(ctx, Asset).findOne({ sha256 });
    if (!asset || asset.state === 'storing' || asset.state === 'removing') return null;
    if (asset.state !== 'trashed') return asset;
    return this.db.transaction(ctx, async (ctx) => {
      Object.assign(asset, { state: 'ready', trashedAt: null, trashedByName: '' });
      await this.db.site(ctx, Asset).save(asset);
      await this.record(ctx, 'asset.restore', asset, '再次上传，从回收站恢复');
      return asset;
    });
  }

  private async announce(ctx: EditorCtx, arrival: Arrival): Promise<Asset> {
    const assets = this.db.site(ctx, Asset);
    const facts = factsOf(ctx, arrival);
    const { sha256 } = arrival.received;
    for (let attempt = 1; ; attempt += 1) {
      const known = await assets.findOne({ sha256 });
      if (known) return this.takeUp(ctx, known, facts);
      try {
        return await assets.save(assets.build({ ...facts, sha256, state: 'storing' }));
      } catch (error) {
        if (!isUniqueViolation(error) || attempt === 3) throw error;
        // The address may be that of an asset whose file was replaced since: the next try takes another.
        if (!(await assets.findOne({ sha256 }))) facts.path = withSuffix(facts.path, ctx.now);
      }
    }
  }

  private async takeUp(ctx: SiteCtx, known: Asset, facts: Partial<Asset>): Promise<Asset> {
    if (known.state === 'ready' || known.state === 'quarantined') return known;
    if (known.state === 'removing' && ctx.now.getTime() - known.updatedAt.getTime() < INTERRUPTED_MS)
      throw assetBusy();
    // The address of the interrupted upload is kept: its files are overwritten, none is orphaned.
    const { path: _path, ...rest } = facts;
    return this.db.site(ctx, Asset).save(Object.assign(known, rest, { state: 'storing' }));
  }

  private async finish(ctx: EditorCtx, stored: Asset, isScanned: boolean): Promise<Asset> {
    return this.db.transaction(ctx, async (ctx) => {
      const asset = await this.db.site(ctx, Asset).findOne({ id: stored.id }, { lock: 'write' });
      if (!asset || asset.state === 'removing') throw assetBusy();
      if (asset.state !== 'storing') return asset;
      asset.state = isScanned ? 'ready' : 'quarantined';
      await this.db.site(ctx, Asset).save(asset);
      await this.record(ctx, 'asset.upload', asset, isScanned ? '上传素材' : '上传素材，待查毒');
      return asset;
    });
  }

  private renamed(asset: Asset, wanted: string): string {
    const name = /\.[^.]+$/u.test(wanted) ? wanted : `${wanted}.${asset.extension}`;
    return withExtension(readFileName(name).name, asset.extension);
  }

  private async record(ctx: EditorCtx, action: string, asset: Asset, what: string): Promise<void> {
    const summary = `${what}“${asset.name}”`;
    const detail = { sha256: asset.sha256, bytes: asset.bytes };
    await this.audit.record(ctx, { action, subject: 'Asset', subjectId: asset.id, summary, detail });
  }
}

const withSuffix = (path: string, now: Date): string =>
  path.replace(/(\.[a-z0-9]+)$/, `-${now.getTime().toString(36)}$1`);
