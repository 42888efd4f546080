import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { SiteCtx } from '@zhanqun/kernel';
import { csvHead, csvLine, Db, In, readSheet, type TableColumn } from '@zhanqun/platform';
import { Article } from '../article/article.entity';
import { ChannelReading } from '../channel/channel-reading';
import { writtenTarget } from './old-address.dto';
import type { OldAddress } from './old-address.entity';
import { OldAddresses } from './old-address.service';

interface Line {
  readonly address: string;
  readonly to: string;
}

const COLUMNS: readonly TableColumn<Line>[] = [
  { title: '旧网址', value: ({ address }) => address },
  { title: '新地址', value: ({ to }) => to },
];
const AT_ONCE = 200;
const MOST_ROWS = 100_000;
const MOST_BYTES = 30 * 1024 * 1024;

/** 旧网址列表 as a file: written row by row, and read in the same form. */
@Injectable()
export class AddressList {
  constructor(
    private readonly db: Db,
    private readonly addresses: OldAddresses,
    private readonly channels: ChannelReading,
  ) {}

  write(ctx: SiteCtx): Readable {
    return Readable.from(this.lines(ctx), { objectMode: false });
  }

  /** Raises `platform.sheet.unreadable`. */
  read(bytes: Buffer, name: string): Promise<string[][]> {
    return readSheet(bytes, name, {
      maxBytes: MOST_BYTES,
      maxRows: MOST_ROWS,
      maxColumns: 20,
      maxCell: 2000,
    });
  }

  private async *lines(ctx: SiteCtx): AsyncGenerator<Buffer> {
    yield Buffer.from(csvHead(COLUMNS));
    let rows: OldAddress[] = [];
    for await (const row of this.addresses.all(ctx)) {
      rows.push(row);
      if (rows.length < AT_ONCE) continue;
      yield await this.written(ctx, rows);
      rows = [];
    }
    if (rows.length > 0) yield await this.written(ctx, rows);
  }

  private async written(ctx: SiteCtx, rows: readonly OldAddress[]): Promise<Buffer> {
    const ids = rows.flatMap(({ articleId }) => articleId ?? []);
    const found =
      ids.length > 0
        ? await this.db.site(ctx, Article).select(['id', 'publishedAt'], { where: { id: In(ids) } })
        : [];
    const dates = new Map(found.map(({ id, publishedAt }) => [id, publishedAt]));
    const tree = await this.channels.tree(ctx);
    const paths = {
      article: (id: number) => dates.get(id) ?? null,
      channel: (id: number) => tree.find(id)?.path ?? null,
    };
    return Buffer.from(
      rows.map((row) => csvLine(COLUMNS, { address: row.address, to: writtenTarget(row, paths) })).join(''),
    );
  }
}
