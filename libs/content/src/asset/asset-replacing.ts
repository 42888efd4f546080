import { Injectable } from '@nestjs/common';
import { canDo, must, type EditorCtx, type SiteCtx } from '@zhanqun/kernel';
import { AppConfig, Audit, Db, In, isUniqueViolation } from '@zhanqun/platform';
import { Article } from '../article/article.entity';
import { Asset, storedPath } from './asset.entity';
import {
  assetNotFound,
  replacementMismatch,
  replacementUnreviewed,
  sameContentElsewhere,
  scannerAway,
  versionNotFound,
} from './asset.errors';
import { AssetVersion } from './asset-version.entity';
import { AssetFiles } from './asset-files';
import { AssetIntake, MEGABYTE, type Judged } from './asset-intake';
import { AssetPlaces, placeWords, type AssetPlace } from './asset-places';
import type { NewAsset } from './asset.service';
import { readFileName } from './file-name';
import { withReceived, withWhole, type ReceivedFile } from './upload';

const MOST_VERSIONS = 10;

/**
 * 替换文件: the address stays, readers get the new file. The former one is kept aside and can be brought
 * back; at most ten are. Nothing is overwritten: each file has a name of its own in the store, so a reader
 * in the middle of the old one is not disturbed and a crash leaves one or the other.
 */
@Injectable()
export class AssetReplacing {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly config: AppConfig,
    private readonly intake: AssetIntake,
    private readonly places: AssetPlaces,
    private readonly files: AssetFiles,
  ) {}

  async replace(ctx: EditorCtx, id: number, { fileName, content }: NewAsset): Promise<Asset> {
    await this.replaceable(ctx, id);
    const most = this.config.uploadMegabytes * MEGABYTE;
    return withReceived(ctx.site.id, content, most, (file) => this.take(ctx, id, file, fileName, 0));
  }

  /** With a file that was received in pieces. */
  async replaceWhole(ctx: EditorCtx, id: number, path: string, fileName: string): Promise<Asset> {
    await this.replaceable(ctx, id);
    return withWhole(path, (file) => this.take(ctx, id, file, fileName, file.size));
  }

  /** Former files, the latest first. */
  async versions(ctx: SiteCtx, id: number): Promise<AssetVersion[]> {
    const where = { assetId: id };
    return this.db.site(ctx, AssetVersion).find({ where, order: { number: 'DESC' }, take: MOST_VERSIONS });
  }

  /** 恢复历史文件: it becomes the file again, and what was there until now a former one. */
  async restore(ctx: EditorCtx, id: number, number: number): Promise<Asset> {
    const asset = await this.replaceable(ctx, id);
    const version = await this.db.site(ctx, AssetVersion).findOne({ assetId: asset.id, number });
    if (!version) throw versionNotFound({ number });
    const { sha256, bytes, mime, storedAs, width, height } = version;
    return this.swap(ctx, id, { sha256, bytes, mime, storedAs, width, height }, version);
  }

  private async take(
    ctx: EditorCtx,
    id: number,
    file: ReceivedFile,
    fileName: string,
    announced: number,
  ): Promise<Asset> {
    const asset = await this.replaceable(ctx, id);
    const named = readFileName(fileName);
    if (file.sha256 === asset.sha256) return asset;
    const twin = await this.db.site(ctx, Asset).findOne({ sha256: file.sha256 });
    if (twin) throw sameContentElsewhere({ name: twin.name });
    const wanted = asset.kind === 'image' ? asset.extension : undefined;
    const judged = await this.intake.judge(ctx, file, named, announced, wanted);
    if (!judged.isScanned) throw scannerAway();
    mustMatch(asset, judged);
    // Named by its content and by its number: trying again after a crash writes the same file.
    const name = `${asset.path}.r${asset.version + 1}-${file.sha256.slice(0, 8)}.${asset.extension}`;
    await this.files.store(ctx, name, file, judged.picture);
    return this.swap(ctx, id, {
      sha256: file.sha256,
      bytes: judged.picture?.bytes.length ?? file.size,
      mime: judged.type.mime,
      storedAs: name,
      width: judged.picture?.width ?? null,
      height: judged.picture?.height ?? null,
    });
  }

  private async swap(
    ctx: EditorCtx,
    id: number,
    next: Pick<AssetVersion, 'sha256' | 'bytes' | 'mime' | 'storedAs' | 'width' | 'height'>,
    used?: AssetVersion,
  ): Promise<Asset> {
    const dropped: string[] = [];
    const replaced = await this.db
      .transaction(ctx, async (ctx) => {
        const asset = await this.db.site(ctx, Asset).findOne({ id, state: 'ready' }, { lock: 'write' });
        if (!asset) throw assetNotFound({ id });
        must(ctx, 'update', asset);
        await this.refuseUnreviewed(ctx, asset);
        const versions = this.db.site(ctx, AssetVersion);
        const { name, bytes, sha256, mime, width, height } = asset;
        const former = { name, bytes, sha256, mime, width, height, storedAs: storedPath(asset) };
        await versions.save(
          versions.build({ ...former, assetId: id, number: asset.version, replacedByName: ctx.actor.name }),
        );
        if (used) await versions.removeWhere({ id: used.id });
        Object.assign(asset, next, { version: asset.version + 1 });
        await this.db.site(ctx, Asset).save(asset);
        dropped.push(...(await this.forget(ctx, id)));
        await this.places.purge(ctx, asset);
        await this.record(ctx, asset, used ? `恢复第 ${used.number} 版文件` : '替换文件');
        return asset;
      })
      .catch((error: unknown) => {
        throw isUniqueViolation(error) ? sameContentElsewhere({ name: '' }) : error;
      });
    for (const storedAs of dropped) await this.files.removeFile(ctx, storedAs);
    return replaced;
  }

  /** Former files beyond the bound: their rows go, their files are the caller's to remove. */
  private async forget(ctx: SiteCtx, assetId: number): Promise<string[]> {
    const versions = this.db.site(ctx, AssetVersion);
    const all = await versions.find({ where: { assetId }, order: { number: 'DESC' } });
    const old = all.slice(MOST_VERSIONS);
    for (const version of old) await versions.remove(version);
    return old.map(({ storedAs }) => storedAs);
  }

  /** Asked before a byte is read. Raises `content.asset.notFound` or `.replacementUnreviewed`. */
  async replaceable(ctx: EditorCtx, id: number): Promise<Asset> {
    const asset = await this.db.site(ctx, Asset).findOne({ id, state: 'ready' });
    if (!asset) throw assetNotFound({ id });
    must(ctx, 'update', asset);
    await this.refuseUnreviewed(ctx, asset);
    return asset;
  }

  /** What citizens read or reviewers have before them is changed on the word of those who publish (R0-12). */
  private async refuseUnreviewed(ctx: EditorCtx, asset: Asset): Promise<void> {
    if (canDo(ctx, 'publish', 'Article')) return;
    const places = await this.places.of(ctx, asset);
    const drafts = places.filter(({ kind }) => kind === 'draft').map(({ id }) => id as number);
    const opened = await this.db
      .site(ctx, Article)
      .select(['id', 'reviewState'], { where: { id: In(drafts) } });
    const judged = opened.filter(({ reviewState }) => reviewState !== null && reviewState !== 'draft');
    const isFixed = ({ kind, id }: AssetPlace): boolean =>
      ['live', 'look', 'setting'].includes(kind) ||
      (kind === 'draft' && judged.some((article) => article.id === id));
    const fixed = places.filter(isFixed);
    if (fixed.length > 0 || (await this.places.isPublicElsewhere(ctx, asset.path)))
      throw replacementUnreviewed({ places: placeWords(fixed) });
  }

  private async record(ctx: EditorCtx, asset: Asset, what: string): Promise<void> {
    const detail = { sha256: asset.sha256, bytes: asset.bytes, version: asset.version };
    const summary = `${what}“${asset.name}”`;
    const entry = { action: 'asset.replace', subject: 'Asset', subjectId: asset.id, summary, detail };
    await this.audit.record(ctx, entry);
  }
}

/** Citizens hold an address that ends in `.pdf`: what lies there stays a PDF. */
function mustMatch({ kind, extension }: Asset, { type }: Judged): void {
  if (type.kind !== kind || type.extension !== extension)
    throw replacementMismatch({ extension, found: type.extension });
}
