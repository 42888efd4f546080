import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import {
  must,
  shanghaiDay,
  type EditorCtx,
  type Page,
  type PageRequest,
  type SiteCtx,
} from '@zhanqun/kernel';
import {
  AppConfig,
  Audit,
  containing,
  Db,
  FileStore,
  isUniqueViolation,
  type FileReading,
} from '@zhanqun/platform';
import { SiteTheme } from '@zhanqun/theming';
import { Asset, type AssetKind } from './asset.entity';
import { altTooLong, assetBusy, assetInUse, assetNotFound, fileEmpty, fileTooLarge } from './asset.errors';
import { articlesUsing } from './asset-use.sql';
import { addressPart, readFileName, withExtension } from './file-name';
import { redraw, RENDITION_WIDTHS, renditionPath, type Picture } from './picture';
import { recognise, type Recognised } from './recognise';
import { withReceived, type ReceivedFile } from './upload';

export interface NewAsset {
  /** As the browser sent it. */
  readonly fileName: string;
  readonly content: Uint8Array | Readable;
  readonly alt?: string | undefined;
}

export interface AssetFilter {
  readonly kind?: AssetKind | undefined;
  readonly q?: string | undefined;
}

const MEGABYTE = 1024 * 1024;
const IMAGE_BYTES = 20 * MEGABYTE;
const LONGEST_ALT = 200;
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
  async keep(ctx: EditorCtx, { fileName, content, alt }: NewAsset): Promise<Asset> {
    if (ctx.tx) throw new Error('files are not received inside a transaction');
    const named = readFileName(fileName);
    const cleanAlt = checkedAlt(alt ?? '');
    const most = this.config.uploadMegabytes * MEGABYTE;
    return withReceived(ctx.site.id, content, most, async (received) => {
      if (received.size === 0) throw fileEmpty({ name: named.name });
      const known = await this.ready(ctx, received.sha256);
      if (known) return known;
      const type = await recognise(received.handle, received.size, named);
      if (type.kind === 'image' && received.size > IMAGE_BYTES)
        throw fileTooLarge({ megabytes: IMAGE_BYTES / MEGABYTE });
      const picture = type.kind === 'image' ? await redraw(received.path, type.extension, named.name) : null;
      const name = withExtension(named.name, type.extension);
      const asset = await this.announce(ctx, { name, alt: cleanAlt, type, picture, received });
      if (asset.state === 'ready') return asset;
      await this.store(ctx, asset, received, picture);
      return this.finish(ctx, asset);
    });
  }

  async list(ctx: EditorCtx, { kind, q }: AssetFilter, paging: PageRequest): Promise<Page<Asset>> {
    const where = {
      state: 'ready' as const,
      ...(kind ? { kind } : {}),
      ...(q ? { name: containing(q) } : {}),
    };
    return this.db.site(ctx, Asset).page({ where, order: { id: 'DESC' } }, paging);
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
  async read(ctx: SiteCtx, asset: Asset, storedAs: string = asset.path): Promise<FileReading> {
    return this.files.read(ctx.site.id, storedAs);
  }

  /** 改名、改说明. The address stays. */
  async describe(ctx: EditorCtx, id: number, to: { name?: string; alt?: string }): Promise<Asset> {
    return this.db.transaction(ctx, async (ctx) => {
      const asset = await this.get(ctx, id);
      must(ctx, 'update', asset);
      if (to.name !== undefined) asset.name = this.renamed(asset, to.name);
      if (to.alt !== undefined) asset.alt = checkedAlt(to.alt);
      await this.db.site(ctx, Asset).save(asset);
      await this.record(ctx, 'asset.edit', asset, '修改素材');
      return asset;
    });
  }

  /** 删除素材. Raises `content.asset.inUse`, naming where, while any text or the theme uses it. */
  async remove(ctx: EditorCtx, id: number): Promise<void> {
    const removing = await this.db.transaction(ctx, async (ctx) => {
      const asset = await this.get(ctx, id);
      must(ctx, 'delete', asset);
      const places = await this.placesOf(ctx, asset);
      if (places.length > 0) throw assetInUse({ places });
      asset.state = 'removing';
      await this.db.site(ctx, Asset).save(asset);
      await this.record(ctx, 'asset.remove', asset, '删除素材');
      return asset;
    });
    await this.discard(ctx, removing);
  }

  /** 使用情况: texts, also old and unpublished ones, and the look of the site. */
  async placesOf(ctx: SiteCtx, asset: Asset): Promise<string[]> {
    const { text, parameters } = articlesUsing(ctx.site.id, asset.path);
    const articles = await this.db.sql<{ title: string }>(ctx, text, parameters);
    const look = await this.db.site(ctx, SiteTheme).findOne({});
    return [
      ...articles.map(({ title }) => `稿件《${title}》`),
      ...(look && JSON.stringify(look.settings).includes(asset.path) ? ['主题皮肤设置'] : []),
    ];
  }

  /** Finishes what crashes interrupted; returns how many rows there were. */
  async clean(ctx: SiteCtx, before: Date): Promise<number> {
    const rows = await this.db.site(ctx, Asset).find({ where: { state: 'storing' }, take: 500 });
    const removing = await this.db.site(ctx, Asset).find({ where: { state: 'removing' }, take: 500 });
    const abandoned = [...rows, ...removing].filter((asset) => asset.updatedAt < before);
    for (const asset of abandoned) {
      const { id, state } = asset;
      const taken = await this.db.site(ctx, Asset).updateWhere({ id, state }, { state: 'removing' });
      if (taken === 1) await this.discard(ctx, asset);
    }
    return abandoned.length;
  }

  private ready(ctx: SiteCtx, sha256: string): Promise<Asset | null> {
    return this.db.site(ctx, Asset).findOne({ sha256, state: 'ready' });
  }

  private async announce(ctx: EditorCtx, upload: Upload): Promise<Asset> {
    const assets = this.db.site(ctx, Asset);
    const facts = factsOf(ctx, upload);
    const { sha256 } = upload.received;
    for (let attempt = 1; ; attempt += 1) {
      const known = await assets.findOne({ sha256 });
      if (known) return this.takeUp(ctx, known, facts);
      try {
        return await assets.save(assets.build({ ...facts, sha256, state: 'storing' }));
      } catch (error) {
        if (!isUniqueViolation(error) || attempt === 3) throw error;
      }
    }
  }

  private async takeUp(ctx: SiteCtx, known: Asset, facts: Partial<Asset>): Promise<Asset> {
    if (known.state === 'ready') return known;
    if (known.state === 'removing' && ctx.now.getTime() - known.updatedAt.getTime() < INTERRUPTED_MS)
      throw assetBusy();
    // The address of the interrupted upload is kept: its files are overwritten, none is orphaned.
    const { path: _path, ...rest } = facts;
    return this.db.site(ctx, Asset).save(Object.assign(known, rest, { state: 'storing' }));
  }

  private async store(
    ctx: SiteCtx,
    asset: Asset,
    file: ReceivedFile,
    picture: Picture | null,
  ): Promise<void> {
    const { id } = ctx.site;
    if (!picture) {
      await this.files.put(id, asset.path, createReadStream(file.path));
      return;
    }
    for (const { width, bytes } of picture.renditions)
      await this.files.put(id, renditionPath(asset.path, width), bytes);
    await this.files.put(id, asset.path, picture.bytes);
  }

  private async finish(ctx: EditorCtx, stored: Asset): Promise<Asset> {
    return this.db.transaction(ctx, async (ctx) => {
      const asset = await this.db.site(ctx, Asset).findOne({ id: stored.id }, { lock: 'write' });
      if (!asset || asset.state === 'removing') throw assetBusy();
      if (asset.state === 'ready') return asset;
      asset.state = 'ready';
      await this.db.site(ctx, Asset).save(asset);
      await this.record(ctx, 'asset.upload', asset, '上传素材');
      return asset;
    });
  }

  private async discard(ctx: SiteCtx, asset: Asset): Promise<void> {
    for (const path of storedPaths(asset)) await this.files.remove(ctx.site.id, path);
    await this.db.site(ctx, Asset).removeWhere({ id: asset.id, state: 'removing' });
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

interface Upload {
  readonly name: string;
  readonly alt: string;
  readonly type: Recognised;
  readonly picture: Picture | null;
  readonly received: ReceivedFile;
}

function factsOf(ctx: EditorCtx, { name, alt, type, picture, received }: Upload) {
  const month = shanghaiDay(ctx.now).slice(0, 7).replace('-', '');
  const part = addressPart(name);
  return {
    kind: type.kind,
    name,
    alt,
    mime: type.mime,
    extension: type.extension,
    bytes: picture?.bytes.length ?? received.size,
    path: `${month}/${received.sha256.slice(0, 16)}${part && `-${part}`}.${type.extension}`,
    width: picture?.width ?? null,
    height: picture?.height ?? null,
    uploadedById: ctx.actor.accountId,
    uploadedByName: ctx.actor.name,
  };
}

function storedPaths({ kind, path }: Asset): string[] {
  return kind === 'image' ? [path, ...RENDITION_WIDTHS.map((width) => renditionPath(path, width))] : [path];
}

function checkedAlt(alt: string): string {
  const text = alt.trim();
  if ([...text].length > LONGEST_ALT || text.length > LONGEST_ALT || /[\p{Cc}\p{Surrogate}]/u.test(text))
    throw altTooLong();
  return text;
}
