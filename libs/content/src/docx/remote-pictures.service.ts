import { Injectable } from '@nestjs/common';
import { must, type EditorCtx } from '@zhanqun/kernel';
import { Db, SafeFetch } from '@zhanqun/platform';
import { Asset } from '../asset/asset.entity';
import { AssetService } from '../asset/asset.service';
import { pictureNotFetched } from './docx.errors';

const MOST_BYTES = 20 * 1024 * 1024;
const EXTENSIONS: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/jpg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/webp': 'webp',
};

/** 转存图片：a picture of another site's text comes into the own library, so that it stays. */
@Injectable()
export class RemotePictures {
  constructor(
    private readonly db: Db,
    private readonly assets: AssetService,
    private readonly fetching: SafeFetch,
  ) {}

  /** Raises `content.docx.pictureNotFetched` where no picture is to be had; internal addresses are refused. */
  async take(ctx: EditorCtx, address: string): Promise<Asset> {
    must(ctx, 'create', this.db.site(ctx, Asset).build({ uploadedById: ctx.actor.accountId }));
    const answer = await this.fetching.fetch(address, { maxBytes: MOST_BYTES, accept: 'image/*' });
    const type = answer.contentType.split(';')[0]?.trim().toLowerCase() ?? '';
    const extension = EXTENSIONS[type];
    if (answer.status !== 200 || !extension) throw pictureNotFetched({ address: address.slice(0, 200) });
    return this.assets.upload(ctx, { fileName: `转存图片.${extension}`, content: answer.bytes });
  }
}
