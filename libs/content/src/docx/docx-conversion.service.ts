import { Injectable } from '@nestjs/common';
import { must, type EditorCtx } from '@zhanqun/kernel';
import { Db } from '@zhanqun/platform';
import { fileTooLarge } from '../asset/asset.errors';
import { Asset } from '../asset/asset.entity';
import { AssetService, type NewAsset } from '../asset/asset.service';
import { readDocx, type ReadDocx } from './read-docx';

export type ConvertedDocument = ReadDocx<Asset>;

const MOST_BYTES = 50 * 1024 * 1024;

/** 导入 Word 文档：a `.docx` becomes the text of an article, its pictures go into the site's library. */
@Injectable()
export class DocxConversion {
  constructor(
    private readonly db: Db,
    private readonly assets: AssetService,
  ) {}

  /** Converts without storing a text; the person decides what becomes of it. */
  async convert(ctx: EditorCtx, { fileName, content }: NewAsset): Promise<ConvertedDocument> {
    must(ctx, 'create', this.db.site(ctx, Asset).build({ uploadedById: ctx.actor.accountId }));
    const bytes = await readAll(content);
    return readDocx(nameOf(fileName), bytes, (picture) => this.assets.upload(ctx, picture));
  }
}

async function readAll(content: NewAsset['content']): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of content instanceof Uint8Array ? [content] : content) {
    pieces.push(piece as Uint8Array);
    size += (piece as Uint8Array).byteLength;
    if (size > MOST_BYTES) throw fileTooLarge({ megabytes: MOST_BYTES / 1024 / 1024 });
  }
  return Buffer.concat(pieces);
}

const nameOf = (sent: string): string =>
  (sent.split(/[/\\]/).at(-1) ?? '')
    .replace(/[\p{Cc}\p{Surrogate}\u202a-\u202e\u2066-\u2069]/gu, '')
    .slice(0, 150);
