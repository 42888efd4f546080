import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DomainError, type EditorCtx, type SiteCtx, type SiteRef } from '@zhanqun/kernel';
import { Db, FileStore, In } from '@zhanqun/platform';
import type { ArticleRevision } from '../revision/article-revision.entity';
import { Asset, storedPath } from './asset.entity';
import { AssetService } from './asset.service';
import { ALL_VARIANTS, readFilePath, variantPath } from './presets';

/** A file on its way between two sites; part of the frozen document. */
export interface PackedFile {
  readonly role: 'cover' | 'body' | 'attachment';
  /** Address at the sender, below `/_files/`. */
  readonly path: string;
  /** Name in the receiver's file store. */
  readonly storedAs: string;
  readonly name: string;
  readonly alt: string;
}

export interface UnpackedFiles {
  readonly body: string;
  readonly coverAssetId: number | null;
  readonly attachmentIds: readonly number[];
}

type TravellingText = Pick<ArticleRevision, 'body' | 'coverAssetId' | 'attachments'>;

const OWN_ADDRESS = /\/_files\/([A-Za-z0-9/_.-]+)/g;

/**
 * 随稿文件：pictures and attachments go with a delivered document. The sender lays copies into the
 * receiver's mailbox; the receiver takes them into its own library, judged like any upload. Neither side
 * reads the other's files.
 */
@Injectable()
export class TravellingFiles {
  constructor(
    private readonly db: Db,
    private readonly files: FileStore,
    private readonly assets: AssetService,
  ) {}

  /** At the sender. Files that are no longer in its library do not travel. Call it outside a transaction. */
  async pack(ctx: SiteCtx, text: TravellingText, receiver: SiteRef): Promise<PackedFile[]> {
    const wanted = await this.filesOf(ctx, text);
    const mailbox = `travel/${randomUUID()}`;
    const packed: PackedFile[] = [];
    for (const [at, { role, asset }] of wanted.entries()) {
      const { path, name, alt } = asset;
      const storedAs = `${mailbox}/${at}.${asset.extension}`;
      const { stream } = await this.files.read(ctx.site.id, storedPath(asset));
      await this.files.put(receiver.id, storedAs, stream);
      packed.push({ role, path, storedAs, name, alt });
    }
    return packed;
  }

  /**
   * At the receiver: answers with the body pointing at its own files. Doing it again finds the same
   * assets. Call it outside a transaction, before the copy is written; pictures that did not travel are
   * taken out of the body.
   */
  async unpack(ctx: EditorCtx, packed: readonly PackedFile[], body: string): Promise<UnpackedFiles> {
    const taken = new Map<string, Asset>();
    for (const file of packed) {
      const asset = taken.get(file.path) ?? (await this.take(ctx, file));
      if (asset) taken.set(file.path, asset);
    }
    const idsOf = (role: PackedFile['role']): number[] =>
      packed.filter((file) => file.role === role).flatMap(({ path }) => taken.get(path)?.id ?? []);
    return {
      body: rewritten(body, taken),
      coverAssetId: idsOf('cover')[0] ?? null,
      attachmentIds: [...new Set(idsOf('attachment'))],
    };
  }

  /** At the receiver, once a delivery is decided and its files are not needed any more. */
  async discard(receiver: SiteRef, packed: readonly PackedFile[]): Promise<void> {
    for (const { storedAs } of packed) {
      if (storedAs.startsWith('travel/')) await this.files.remove(receiver.id, storedAs);
    }
  }

  private async filesOf(
    ctx: SiteCtx,
    { body, coverAssetId, attachments }: TravellingText,
  ): Promise<{ role: PackedFile['role']; asset: Asset }[]> {
    const paths = [
      ...new Set([...body.matchAll(OWN_ADDRESS)].map(([, path]) => readFilePath(path as string).path)),
    ];
    const ids = attachments.map((file) => file.assetId);
    if (coverAssetId !== null) ids.push(coverAssetId);
    const assets = this.db.site(ctx, Asset);
    const byId = ids.length > 0 ? await assets.find({ where: { id: In(ids), state: 'ready' } }) : [];
    const byPath = paths.length > 0 ? await assets.find({ where: { path: In(paths), state: 'ready' } }) : [];
    const cover = byId.filter((asset) => asset.id === coverAssetId);
    const attached = attachments.flatMap(({ assetId }) => byId.find((asset) => asset.id === assetId) ?? []);
    return [
      ...cover.map((asset) => ({ role: 'cover' as const, asset })),
      ...byPath.map((asset) => ({ role: 'body' as const, asset })),
      ...attached.map((asset) => ({ role: 'attachment' as const, asset })),
    ];
  }

  private async take(ctx: EditorCtx, { storedAs, name, alt }: PackedFile): Promise<Asset | null> {
    if (!storedAs.startsWith('travel/')) return null;
    try {
      const { stream } = await this.files.read(ctx.site.id, storedAs);
      return await this.assets.keep(ctx, { fileName: name, content: stream, alt });
    } catch (error) {
      // A letter without its enclosure is still a letter.
      if (error instanceof DomainError && error.kind === 'notFound') return null;
      throw error;
    }
  }
}

function rewritten(body: string, taken: ReadonlyMap<string, Asset>): string {
  const to = new Map<string, string>();
  for (const [path, asset] of taken) {
    to.set(path, asset.path);
    for (const variant of ALL_VARIANTS) to.set(variantPath(path, variant), variantPath(asset.path, variant));
  }
  return body
    .replace(/<img\b[^>]*>/g, (tag) => {
      const path = /\ssrc="\/_files\/([^"]*)"/.exec(tag)?.[1];
      return path === undefined || to.has(path) ? tag : '';
    })
    .replace(/(\s(?:src|href)=")\/_files\/([^"]*)/g, (whole, start: string, path: string) => {
      const own = to.get(path);
      return own === undefined ? whole : `${start}/_files/${own}`;
    });
}
