import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { DomainError, type EditorCtx } from '@zhanqun/kernel';
import { Db, FileStore } from '@zhanqun/platform';
import { contentDisposition } from '../asset/content-disposition';
import { FILE_POLICY } from '../asset/file-headers';
import { signatureOf } from '../asset/signature';
import { Delivery } from './delivery.entity';
import { deliveryFileGone } from './delivery.errors';

/** Pictures that a frame may show; whatever else it is, is offered for saving as bytes. */
const PICTURES: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
};
const HEAD = 4096;

export interface EnclosedFile {
  readonly headers: Readonly<Record<string, string>>;
  readonly stream: Readable;
}

/**
 * 随稿文件 in the receiver's mailbox, before anybody accepted them: for people of the receiving site alone. The
 * type is that of the content and never of the name; nothing but pictures opens, and nothing runs.
 */
@Injectable()
export class DeliveryFiles {
  constructor(
    private readonly db: Db,
    private readonly files: FileStore,
  ) {}

  async open(ctx: EditorCtx, id: number, index: number, of: 'sent' | 'pending'): Promise<EnclosedFile> {
    const delivery = await this.db.shared(ctx, Delivery).findOne({ id, toSiteId: ctx.site.id });
    const document = of === 'sent' ? delivery?.document : delivery?.pendingDocument;
    const file = document?.files[index];
    if (!file?.storedAs.startsWith('travel/')) throw deliveryFileGone({ id, index });
    try {
      const type = PICTURES[signatureOf(await this.head(ctx, file.storedAs)) ?? ''];
      const { stream, size } = await this.files.read(ctx.site.id, file.storedAs);
      return {
        stream,
        headers: {
          'content-type': type ?? 'application/octet-stream',
          'content-length': String(size),
          'content-disposition': contentDisposition(type ? 'inline' : 'attachment', file.name),
          'content-security-policy': FILE_POLICY,
          'x-content-type-options': 'nosniff',
          'cache-control': 'private, no-store',
        },
      };
    } catch (error) {
      if (error instanceof DomainError && error.kind === 'notFound') throw deliveryFileGone({ id, index });
      throw error;
    }
  }

  private async head(ctx: EditorCtx, storedAs: string): Promise<Buffer> {
    const { stream } = await this.files.read(ctx.site.id, storedAs);
    const parts: Buffer[] = [];
    let length = 0;
    for await (const part of stream as AsyncIterable<Buffer>) {
      parts.push(part);
      length += part.length;
      if (length >= HEAD) break;
    }
    return Buffer.concat(parts).subarray(0, HEAD);
  }
}
