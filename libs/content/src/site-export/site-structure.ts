import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import type { EditorCtx } from '@zhanqun/kernel';
import { Db, FileStore } from '@zhanqun/platform';
import { Article } from '../article/article.entity';
import { Asset } from '../asset/asset.entity';
import { readFileName } from '../asset/file-name';
import { recognise } from '../asset/recognise';
import { Channel } from '../channel/channel.entity';
import { packageRefused } from '../import/import.errors';
import { unpackRow, type FindRow } from './portable-rows';
import { ASSET, CHANNEL } from './portraits';
import type { SitePackage } from './site-package';

/** What the articles of a written site stand in and show: its channels and its library. */
@Injectable()
export class SiteStructure {
  constructor(
    private readonly db: Db,
    private readonly files: FileStore,
  ) {}

  /** The blueprint's channels that the former site did not have go, while nothing is in them. */
  async channels(
    ctx: EditorCtx,
    source: SitePackage,
    organisations: ReadonlyMap<string, number>,
  ): Promise<Map<string, number>> {
    const packed = await source.channels();
    return this.db.transaction(ctx, async (ctx) => {
      const channels = this.db.site(ctx, Channel);
      const known = new Map((await channels.find()).map((row) => [row.path, row]));
      const ids = new Map<string, number>();
      const find: FindRow = (reference, value) =>
        reference === 'organisation' ? (organisations.get(String(value)) ?? null) : null;
      for (const row of packed) {
        const values = unpackRow({ ...row, parentId: null, movedToId: null }, CHANNEL, find);
        const path = wordOf(values.path);
        const channel = known.get(path);
        const stored = await channels.save(channel ? Object.assign(channel, values) : channels.build(values));
        ids.set(path, stored.id);
        known.delete(path);
      }
      for (const row of packed) {
        const to = (field: string): number | null =>
          typeof row[field] === 'string' ? (ids.get(row[field]) ?? null) : null;
        const places = { parentId: to('parentId'), movedToId: to('movedToId') };
        await channels.updateWhere({ id: ids.get(wordOf(row.path)) ?? 0 }, places);
      }
      for (const { id } of known.values()) {
        if ((await this.db.site(ctx, Article).count({ channelId: id })) === 0)
          await channels.removeWhere({ id });
      }
      return ids;
    });
  }

  async assets(ctx: EditorCtx, source: SitePackage): Promise<Map<string, number>> {
    const ids = new Map<string, number>();
    for await (const { row, file } of source.assets()) {
      const values = unpackRow(row, ASSET, () => null);
      const path = wordOf(values.path);
      const known = await this.db.site(ctx, Asset).findOne({ path });
      if (known) {
        ids.set(path, known.id);
        continue;
      }
      const { disk } = source.file(file);
      await refuseDisguised(disk, values);
      await this.files.put(ctx.site.id, path, createReadStream(disk));
      const assets = this.db.site(ctx, Asset);
      const asset = await assets.save(assets.build({ ...values, state: 'ready' }));
      ids.set(path, asset.id);
    }
    return ids;
  }
}

/** A file is what its bytes say, here as at any upload; its row must say the same. */
async function refuseDisguised(disk: string, values: Record<string, unknown>): Promise<void> {
  const handle = await open(disk, 'r');
  try {
    const { size } = await handle.stat();
    const { kind, mime, extension } = await recognise(handle, size, readFileName(wordOf(values.name)));
    const isSame = kind === values.kind && extension === values.extension && mime === values.mime;
    if (!isSame || !wordOf(values.path).endsWith(`.${extension}`))
      throw packageRefused({ fault: 'disguised' });
  } finally {
    await handle.close();
  }
}

const wordOf = (value: unknown): string => (typeof value === 'string' ? value : '');
