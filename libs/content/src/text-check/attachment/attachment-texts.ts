import { Injectable } from '@nestjs/common';
import type { SiteCtx } from '@zhanqun/kernel';
import { Db, In, isUniqueViolation, Outbox } from '@zhanqun/platform';
import { Asset } from '../../asset/asset.entity';
import { AssetService } from '../../asset/asset.service';
import type { CheckedText } from '../article/checked-text';
import { ReadAttachment } from './attachment.events';
import { AttachmentText, type AttachmentState } from './attachment-text.entity';
import { isReadable, LARGEST_FILE, readAttachment, READER_VERSION } from './read-attachment';

/** `stored`: only what is known; `quick`: small files are read now, large ones by a job; `all`: every file now. */
export type ReadingHaste = 'stored' | 'quick' | 'all';

export interface AttachmentWords {
  readonly name: string;
  /** `waiting`: not read yet. */
  readonly state: AttachmentState | 'waiting';
  readonly text: string;
}

const QUICK_BYTES = 4 * 1024 * 1024;

/** 附件文字 of a site's files, read once for each content. */
@Injectable()
export class AttachmentTexts {
  constructor(
    private readonly db: Db,
    private readonly assets: AssetService,
    private readonly outbox: Outbox,
  ) {}

  async of(
    ctx: SiteCtx,
    files: CheckedText['attachments'],
    haste: ReadingHaste,
  ): Promise<readonly AttachmentWords[]> {
    if (files.length === 0) return [];
    const where = { id: In(files.map(({ assetId }) => assetId)), state: 'ready' as const };
    const assets = (await this.db.site(ctx, Asset).find({ where })).filter(({ extension }) =>
      isReadable(extension),
    );
    if (assets.length === 0) return [];
    const known = await this.known(ctx, assets);
    const names = new Map(files.map(({ assetId, name }) => [assetId, name]));
    const words: AttachmentWords[] = [];
    for (const asset of assets) {
      const name = names.get(asset.id) ?? asset.name;
      const stored = known.get(asset.sha256) ?? (await this.fresh(ctx, asset, haste));
      words.push({ name, state: stored?.state ?? 'waiting', text: stored?.text ?? '' });
    }
    return words;
  }

  /** Reads one file now and keeps its words. */
  async read(ctx: SiteCtx, assetId: number): Promise<void> {
    const asset = await this.db.site(ctx, Asset).findOne({ id: assetId, state: 'ready' });
    if (!asset || !isReadable(asset.extension) || (await this.known(ctx, [asset])).has(asset.sha256)) return;
    await this.keep(ctx, asset);
  }

  private async fresh(ctx: SiteCtx, asset: Asset, haste: ReadingHaste): Promise<AttachmentText | null> {
    // Reading takes its time: not while a transaction is open. Known it must be when the text goes live.
    const isLong = haste === 'quick' && asset.bytes > QUICK_BYTES && asset.bytes <= LARGEST_FILE;
    if (ctx.tx || isLong) {
      await this.outbox.add(ctx, new ReadAttachment(asset.id), { uniqueKey: String(asset.id) });
      return null;
    }
    return haste === 'stored' ? null : this.keep(ctx, asset);
  }

  private async keep(ctx: SiteCtx, asset: Asset): Promise<AttachmentText> {
    const words =
      asset.bytes > LARGEST_FILE
        ? { state: 'tooLarge' as const, text: '' }
        : await readAttachment(await this.bytesOf(ctx, asset), asset.extension);
    const rows = this.db.site(ctx, AttachmentText);
    const { sha256 } = asset;
    const row = (await rows.findOne({ sha256 })) ?? rows.build({ sha256 });
    Object.assign(row, words, { readerVersion: READER_VERSION });
    return rows.save(row).catch((error: unknown) => {
      // Read twice at the same moment: both read the same.
      if (isUniqueViolation(error)) return row;
      throw error;
    });
  }

  private async bytesOf(ctx: SiteCtx, asset: Asset): Promise<Buffer> {
    const { stream } = await this.assets.read(ctx, asset);
    return Buffer.concat(await stream.toArray());
  }

  private async known(ctx: SiteCtx, assets: readonly Asset[]): Promise<Map<string, AttachmentText>> {
    const where = { sha256: In(assets.map(({ sha256 }) => sha256)), readerVersion: READER_VERSION };
    return new Map((await this.db.site(ctx, AttachmentText).find({ where })).map((row) => [row.sha256, row]));
  }
}
