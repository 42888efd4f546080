import { Injectable } from '@nestjs/common';
import { DomainError, type SiteCtx } from '@zhanqun/kernel';
import { FileStore, type FileReading } from '@zhanqun/platform';
import { notFound, Page, raw, type PageFrame, type PageResult } from '@zhanqun/theming';
import { contentDisposition } from './content-disposition';
import { readFilePath } from './picture';
import { PublicFiles } from './public-files';

const PATH = /^\d{6}\/[a-z0-9][a-z0-9-]*\.[a-z0-9]{1,5}(?:\.w\d{3}\.webp)?$/;

/** 站点文件: pictures are shown, everything else is offered for saving and can run nothing. */
@Page('/_files/*path')
@Injectable()
export class FilePage implements Page<{ path: string }> {
  constructor(
    private readonly published: PublicFiles,
    private readonly files: FileStore,
  ) {}

  async load(ctx: SiteCtx, { path: asked }: { path: string }, frame: PageFrame): Promise<PageResult> {
    if (!PATH.test(asked)) return notFound;
    const { path, isRendition } = readFilePath(asked);
    const file = await this.published.find(ctx, path, frame.theme);
    if (!file || (isRendition && file.kind !== 'image')) return notFound;
    const reading = await this.open(ctx, asked);
    if (!reading) return notFound;
    return raw(isRendition ? 'image/webp' : file.mime, reading.stream, {
      headers: {
        'Content-Length': String(reading.size),
        'Content-Disposition': contentDisposition(file.kind === 'image' ? 'inline' : 'attachment', file.name),
        'Content-Security-Policy': "default-src 'none'; sandbox",
        // The bytes never change, but a withdrawn file must be gone from shared caches within the day.
        'Cache-Control': 'public, max-age=86400, immutable',
        ETag: `"${file.sha256.slice(0, 32)}${isRendition ? `-${asked.slice(path.length + 1)}` : ''}"`,
      },
    });
  }

  private async open(ctx: SiteCtx, path: string): Promise<FileReading | null> {
    try {
      return await this.files.read(ctx.site.id, path);
    } catch (error) {
      if (error instanceof DomainError && error.kind === 'notFound') return null;
      throw error;
    }
  }
}
