import { Injectable } from '@nestjs/common';
import type { SiteCtx } from '@zhanqun/kernel';
import { FileStore } from '@zhanqun/platform';
import { FileBody, notFound, Page, raw, type PageFrame, type PageResult } from '@zhanqun/theming';
import { dispositionOf, FILE_POLICY } from './file-headers';
import { FileReader } from './file-reader';
import { readFilePath } from './presets';
import { PublicFiles } from './public-files';

const PATH = /^\d{6}\/[a-z0-9][a-z0-9-]*\.[a-z0-9]{1,5}(?:\.[a-z0-9]{2,10}\.(?:webp|avif))?$/;
/** Short, because a file may be replaced or withdrawn; asking again costs an answer without a body. */
const FRESH_SECONDS = 300;

/** 站点文件: pictures, films and sound are shown, everything else is offered for saving; nothing can run. */
@Page('/_files/*path')
@Injectable()
export class FilePage implements Page<{ path: string }> {
  constructor(
    private readonly published: PublicFiles,
    private readonly files: FileStore,
    private readonly reader: FileReader,
  ) {}

  async load(ctx: SiteCtx, { path: asked }: { path: string }, frame: PageFrame): Promise<PageResult> {
    if (!PATH.test(asked)) return notFound;
    const { path, variant } = readFilePath(asked);
    const file = await this.published.find(ctx, path, frame.theme);
    const found = file && (await this.reader.findPublic(ctx, file, variant));
    if (!file || !found) return notFound;
    const { storedAs, size, type, isStandIn } = found;
    const body = new FileBody(
      size,
      async (range) => (await this.files.read(ctx.site.id, storedAs, range)).stream,
    );
    const mark = variant && !isStandIn ? `-${variant.preset}-${variant.format}` : '';
    return raw(type, body, {
      headers: {
        'Content-Disposition': dispositionOf(file),
        'Content-Security-Policy': FILE_POLICY,
        'Cache-Control': isStandIn ? 'no-store' : `public, max-age=${FRESH_SECONDS}, must-revalidate`,
        ETag: `"${file.sha256.slice(0, 32)}${mark}"`,
      },
    });
  }
}
