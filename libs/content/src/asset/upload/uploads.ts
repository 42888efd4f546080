import { randomBytes } from 'node:crypto';
import { rm, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { must, type EditorCtx, type SiteCtx } from '@zhanqun/kernel';
import { AppConfig, Db, LessThan, storageFull } from '@zhanqun/platform';
import { Asset } from '../asset.entity';
import { fileEmpty } from '../asset.errors';
import { checkedAlt } from '../asset-facts';
import { AssetIntake } from '../asset-intake';
import { AssetQuota } from '../asset-quota';
import { AssetReplacing } from '../asset-replacing';
import { AssetService } from '../asset.service';
import { readFileName } from '../file-name';
import { FILE_TYPES, type FileType } from '../file-types';
import { AssetUpload } from './asset-upload.entity';
import { uploadBusy, uploadNotFound, uploadsTooMany, uploadUnfinished } from './asset-upload.errors';

const KEPT_MS = 48 * 60 * 60_000;
const MOST_OPEN = 20;
/** What the disk must still have when a file is there: the database and the logs live on it too. */
const SPARE_BYTES = 256 * 1024 * 1024;

export interface NewUpload {
  readonly fileName: string;
  readonly bytes: number;
  readonly alt: string;
  readonly folderId: number | null;
  readonly replacesId: number | null;
}

/**
 * 断点续传: a file of up to 2 GB comes in pieces and survives a closed laptop and a killed server. The
 * row says whose it is and how long it will be; the bytes lie in the upload folder of the site.
 */
@Injectable()
export class Uploads {
  private readonly finishing = new Set<string>();

  constructor(
    private readonly db: Db,
    private readonly config: AppConfig,
    private readonly intake: AssetIntake,
    private readonly quota: AssetQuota,
    private readonly assets: AssetService,
    private readonly replacing: AssetReplacing,
  ) {}

  /** Refuses what could not be kept anyway (name, size, room, disk) before a byte is sent. */
  async begin(
    ctx: EditorCtx,
    { fileName, bytes, alt, replacesId, folderId }: NewUpload,
  ): Promise<AssetUpload> {
    const uploads = this.db.site(ctx, AssetUpload);
    must(ctx, 'create', this.db.site(ctx, Asset).build({ uploadedById: ctx.actor.accountId }));
    if (replacesId !== null) await this.replacing.replaceable(ctx, replacesId);
    const { name, extension } = readFileName(fileName);
    if (bytes === 0) throw fileEmpty({ name });
    this.intake.mustBeSmall((FILE_TYPES[extension] as FileType).kind, bytes);
    const accountId = ctx.actor.accountId;
    if ((await uploads.count({ accountId, assetId: null })) >= MOST_OPEN)
      throw uploadsTooMany({ most: MOST_OPEN });
    await this.quota.mustFit(ctx, bytes);
    await this.mustHaveDisk(bytes);
    return uploads.save(
      uploads.build({
        token: randomBytes(16).toString('hex'),
        accountId,
        fileName: name,
        alt: checkedAlt(alt),
        folderId,
        replacesId,
        bytes,
        expiresAt: new Date(ctx.now.getTime() + KEPT_MS),
      }),
    );
  }

  /** Of the person of the context; another one's is not found, whatever rights there are. */
  async get(ctx: EditorCtx, token: string): Promise<AssetUpload> {
    const where = { token, accountId: ctx.actor.accountId };
    const upload = /^[0-9a-f]{32}$/.test(token) ? await this.db.site(ctx, AssetUpload).findOne(where) : null;
    if (!upload || upload.expiresAt < ctx.now) throw uploadNotFound({ upload: token });
    return upload;
  }

  /** What the person has not finished here, the latest first. */
  async open(ctx: EditorCtx): Promise<{ upload: AssetUpload; received: number }[]> {
    const where = { accountId: ctx.actor.accountId, assetId: null };
    const rows = await this.db.site(ctx, AssetUpload).find({ where, order: { id: 'DESC' }, take: MOST_OPEN });
    const found = rows.filter(({ expiresAt }) => expiresAt >= ctx.now);
    return Promise.all(found.map(async (upload) => ({ upload, received: await this.received(ctx, upload) })));
  }

  /** Bytes that are here. */
  async received(ctx: SiteCtx, { token, bytes, assetId }: AssetUpload): Promise<number> {
    return assetId === null ? sizeOf(this.pathOf(ctx, token)) : bytes;
  }

  /**
   * 入库: judges the whole file as any upload and puts it into the library. Asked again (the answer was
   * lost, the server was killed) it gives the same asset; a file that is refused is thrown away.
   */
  async finish(ctx: EditorCtx, token: string): Promise<Asset> {
    const upload = await this.get(ctx, token);
    if (upload.assetId !== null) return this.assets.get(ctx, upload.assetId);
    const path = this.pathOf(ctx, token);
    const received = await sizeOf(path);
    if (received !== upload.bytes) throw uploadUnfinished({ received, bytes: upload.bytes });
    if (this.finishing.has(token)) throw uploadBusy();
    this.finishing.add(token);
    try {
      const asset = await this.keep(ctx, upload, path);
      upload.assetId = asset.id;
      await this.db.site(ctx, AssetUpload).save(upload);
      await this.removePieces(ctx, token);
      return asset;
    } catch (error) {
      if (isRefusal(error)) await this.drop(ctx, upload);
      throw error;
    } finally {
      this.finishing.delete(token);
    }
  }

  /** 取消. */
  async cancel(ctx: EditorCtx, token: string): Promise<void> {
    const upload = await this.get(ctx, token);
    if (this.finishing.has(token)) throw uploadBusy();
    await this.drop(ctx, upload);
  }

  /** Uploads that nobody went on with; returns how many. */
  async expire(ctx: SiteCtx): Promise<number> {
    const due = await this.db
      .site(ctx, AssetUpload)
      .find({ where: { expiresAt: LessThan(ctx.now) }, take: 500 });
    for (const upload of due) await this.drop(ctx, upload);
    return due.length;
  }

  /** Where the pieces of a site's uploads lie. */
  folderOf({ site }: SiteCtx): string {
    return join(this.config.dataDir, 'uploads', String(site.id));
  }

  private async keep(ctx: EditorCtx, upload: AssetUpload, path: string): Promise<Asset> {
    const { fileName, alt, folderId, replacesId } = upload;
    if (replacesId !== null) return this.replacing.replaceWhole(ctx, replacesId, path, fileName);
    return this.assets.keepWhole(ctx, path, { fileName, alt, folderId });
  }

  private async drop(ctx: SiteCtx, upload: AssetUpload): Promise<void> {
    await this.removePieces(ctx, upload.token);
    await this.db.site(ctx, AssetUpload).removeWhere({ id: upload.id });
  }

  private async removePieces(ctx: SiteCtx, token: string): Promise<void> {
    const path = this.pathOf(ctx, token);
    await rm(path, { force: true });
    await rm(`${path}.json`, { force: true });
  }

  private pathOf(ctx: SiteCtx, token: string): string {
    return join(this.folderOf(ctx), token);
  }

  private async mustHaveDisk(bytes: number): Promise<void> {
    const { bavail, bsize } = await statfs(this.config.dataDir);
    if (bavail * bsize < bytes + SPARE_BYTES) throw storageFull();
  }
}

const sizeOf = async (path: string): Promise<number> => (await stat(path).catch(() => null))?.size ?? 0;

/** The file itself is at fault: sending it again would change nothing. */
const isRefusal = (error: unknown): boolean =>
  error instanceof Error &&
  'kind' in error &&
  ['invalid', 'tooLarge', 'conflict'].includes(String(error.kind));
