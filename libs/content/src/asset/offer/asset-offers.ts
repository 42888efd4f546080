import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { must, type EditorCtx, type Page, type PageRequest, type SiteRef } from '@zhanqun/kernel';
import {
  allOf,
  Audit,
  containing,
  Db,
  FileStore,
  In,
  SiteDirectory,
  type FileReading,
  type Where,
} from '@zhanqun/platform';
import { storedPath, type Asset, type AssetKind } from '../asset.entity';
import { AssetService } from '../asset.service';
import { tagList } from '../tags';
import { AssetOffer } from './asset-offer.entity';
import { offerNotFound } from './asset-offer.errors';

/**
 * 共享素材: a site holds files out to the sites below it (county emblem, campaign pictures). What is
 * offered is a frozen copy; who takes it gets a file of its own and keeps it whatever happens above.
 */
@Injectable()
export class AssetOffers {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly files: FileStore,
    private readonly directory: SiteDirectory,
    private readonly assets: AssetService,
  ) {}

  /** 共享给下级站点; offering again renews the copy. */
  async offer(ctx: EditorCtx, assetId: number): Promise<AssetOffer> {
    const asset = await this.assets.get(ctx, assetId);
    must(ctx, 'manage', asset);
    const storedAs = `offered/${randomUUID()}.${asset.extension}`;
    const { stream } = await this.files.read(ctx.site.id, storedPath(asset));
    await this.files.put(ctx.site.id, storedAs, stream);
    const former = await this.db.transaction(ctx, async (ctx) => {
      const offers = this.db.shared(ctx, AssetOffer);
      const known = await offers.findOne({ fromSiteId: ctx.site.id, assetId });
      const facts = { ...offered(asset), storedAs, offeredByName: ctx.actor.name };
      const formerFile = known?.storedAs;
      const offer = known ?? offers.build({ fromSiteId: ctx.site.id, assetId, ...facts });
      await offers.save(Object.assign(offer, facts));
      await this.record(ctx, asset, '共享给下级站点');
      return { offer, formerFile };
    });
    if (former.formerFile) await this.files.remove(ctx.site.id, former.formerFile);
    return former.offer;
  }

  /** 取消共享: nobody can take it any more; those who did keep theirs. */
  async withdraw(ctx: EditorCtx, assetId: number): Promise<void> {
    const asset = await this.assets.get(ctx, assetId);
    must(ctx, 'manage', asset);
    const offer = await this.db.shared(ctx, AssetOffer).findOne({ fromSiteId: ctx.site.id, assetId });
    if (!offer) throw offerNotFound({ id: assetId });
    await this.db.transaction(ctx, async (ctx) => {
      await this.db.shared(ctx, AssetOffer).removeWhere({ id: offer.id, fromSiteId: ctx.site.id });
      await this.record(ctx, asset, '取消共享');
    });
    await this.files.remove(ctx.site.id, offer.storedAs);
  }

  /** Which of these assets of the site are offered. */
  async offeredAmong(ctx: EditorCtx, assetIds: readonly number[]): Promise<ReadonlySet<number>> {
    if (assetIds.length === 0) return new Set();
    const where = { fromSiteId: ctx.site.id, assetId: In([...assetIds]) };
    const rows = await this.db.shared(ctx, AssetOffer).select(['assetId'], { where });
    return new Set(rows.map(({ assetId }) => assetId));
  }

  /** What the sites above hold out to this one. */
  async list(
    ctx: EditorCtx,
    { q, kind }: { readonly q?: string | undefined; readonly kind?: AssetKind | undefined },
    paging: PageRequest,
  ): Promise<Page<AssetOffer>> {
    const parts: Where<AssetOffer>[] = [{ fromSiteId: In(this.above(ctx.site).map(({ id }) => id)) }];
    if (kind) parts.push({ kind });
    if (q) parts.push([{ name: containing(q) }, { alt: containing(q) }, { tags: containing(q) }]);
    return this.db.shared(ctx, AssetOffer).page({ where: allOf(...parts), order: { id: 'DESC' } }, paging);
  }

  async read(ctx: EditorCtx, id: number): Promise<{ offer: AssetOffer; reading: FileReading }> {
    const offer = await this.get(ctx, id);
    return { offer, reading: await this.files.read(offer.fromSiteId, offer.storedAs) };
  }

  /** 选用: a copy in this site's own library, judged like any upload and counted towards its room. */
  async take(ctx: EditorCtx, id: number): Promise<Asset> {
    const { offer, reading } = await this.read(ctx, id);
    const { name, alt, tags } = offer;
    const asset = await this.assets.upload(ctx, { fileName: name, content: reading.stream, alt });
    if (asset.tags === '' && tags !== '') await this.assets.describe(ctx, asset.id, { tags: tagList(tags) });
    return asset;
  }

  private async get(ctx: EditorCtx, id: number): Promise<AssetOffer> {
    const above = this.above(ctx.site).map((site) => site.id);
    const offer = await this.db.shared(ctx, AssetOffer).findOne({ id, fromSiteId: In(above) });
    if (!offer) throw offerNotFound({ id });
    return offer;
  }

  /** The sites over this one, the nearest first. */
  private above(site: SiteRef): SiteRef[] {
    const found: SiteRef[] = [];
    let at = site.parentId === null ? undefined : this.directory.byId(site.parentId);
    while (at && !found.includes(at)) {
      found.push(at);
      at = at.parentId === null ? undefined : this.directory.byId(at.parentId);
    }
    return found;
  }

  private async record(ctx: EditorCtx, asset: Asset, what: string): Promise<void> {
    const summary = `${what}：“${asset.name}”`;
    await this.audit.record(ctx, { action: 'asset.offer', subject: 'Asset', subjectId: asset.id, summary });
  }
}

function offered({ kind, name, alt, tags, mime, extension, bytes, width, height }: Asset) {
  return { kind, name, alt, tags, mime, extension, bytes, width, height };
}
