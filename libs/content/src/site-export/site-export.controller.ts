import { Controller, Get, Param, ParseIntPipe, Post, Query, Res } from '@nestjs/common';
import { mapPage, pageRequest, shanghaiDay, type EditorCtx } from '@zhanqun/kernel';
import { Editor, PageQuery, Requires } from '@zhanqun/platform';
import type { FastifyReply } from 'fastify';
import { contentDisposition } from '../asset/content-disposition';
import { SiteExportPageView, SiteExportView, toSiteExportView } from './site-export.dto';
import { SiteExports } from './site-exports';

@Controller('sites/:site/exports')
export class SiteExportController {
  constructor(private readonly exports: SiteExports) {}

  /** 整站导出. */
  @Get()
  @Requires('read', 'SiteExport')
  async list(@Editor() ctx: EditorCtx, @Query() { page, pageSize }: PageQuery): Promise<SiteExportPageView> {
    return mapPage(
      await this.exports.list(ctx, pageRequest(page, pageSize)),
      toSiteExportView,
    ) as SiteExportPageView;
  }

  @Post()
  @Requires('create', 'SiteExport')
  async begin(@Editor() ctx: EditorCtx): Promise<SiteExportView> {
    return toSiteExportView(await this.exports.begin(ctx));
  }

  @Get(':id/file')
  @Requires('read', 'SiteExport')
  async file(
    @Editor() ctx: EditorCtx,
    @Param('id', ParseIntPipe) id: number,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { row, reading } = await this.exports.fetch(ctx, id);
    const name = `${ctx.site.key}-${shanghaiDay(row.createdAt)}.tar.gz`;
    await reply
      .headers({
        'content-type': 'application/gzip',
        'content-length': String(reading.size),
        'content-disposition': contentDisposition('attachment', name),
        'cache-control': 'no-store',
      })
      .send(reading.stream);
  }
}
