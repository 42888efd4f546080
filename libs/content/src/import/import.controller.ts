import { Readable } from 'node:stream';
import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Post, Query, Req, Res } from '@nestjs/common';
import { mapPage, pageRequest, type EditorCtx } from '@zhanqun/kernel';
import { Editor, PageQuery, Requires } from '@zhanqun/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { contentDisposition } from '../asset/content-disposition';
import {
  ImportDetailView,
  ImportItemPageView,
  ImportItemQuery,
  ImportPageView,
  ImportUploadQuery,
  optionsOf,
  ReadImportDto,
  StartImportDto,
  toImportDetailView,
  toImportItemView,
  toImportRunView,
} from './import.dto';
import { importUploadOf } from './import-upload';
import { reportFile } from './import-report-file';
import { ImportRuns } from './import-runs';

@Controller('sites/:site/imports')
export class ImportController {
  constructor(private readonly runs: ImportRuns) {}

  /** 导入记录. */
  @Get()
  @Requires('read', 'ImportRun')
  async list(@Editor() ctx: EditorCtx, @Query() { page, pageSize }: PageQuery): Promise<ImportPageView> {
    return mapPage(await this.runs.list(ctx, pageRequest(page, pageSize)), toImportRunView) as ImportPageView;
  }

  /** 上传：`multipart/form-data` with `file`; what it is stands in the address. */
  @Post()
  @Requires('create', 'ImportRun')
  async upload(
    @Editor() ctx: EditorCtx,
    @Query() { source }: ImportUploadQuery,
    @Req() request: FastifyRequest,
  ): Promise<ImportDetailView> {
    const { fileName, content } = await importUploadOf(request);
    const stream = Readable.from(content, { objectMode: false });
    return toImportDetailView(await this.runs.upload(ctx, source, fileName, stream));
  }

  @Get(':id')
  @Requires('read', 'ImportRun')
  async get(@Editor() ctx: EditorCtx, @Param('id', ParseIntPipe) id: number): Promise<ImportDetailView> {
    return toImportDetailView(await this.runs.get(ctx, id));
  }

  /** 重新读取 with other columns or another address of the former site. */
  @Post(':id/read')
  @HttpCode(200)
  @Requires('update', 'ImportRun')
  async read(
    @Editor() ctx: EditorCtx,
    @Param('id', ParseIntPipe) id: number,
    @Body() dto: ReadImportDto,
  ): Promise<ImportDetailView> {
    return toImportDetailView(await this.runs.readAgain(ctx, id, optionsOf(dto)));
  }

  @Post(':id/start')
  @HttpCode(200)
  @Requires('update', 'ImportRun')
  async start(
    @Editor() ctx: EditorCtx,
    @Param('id', ParseIntPipe) id: number,
    @Body() dto: StartImportDto,
  ): Promise<ImportDetailView> {
    return toImportDetailView(await this.runs.start(ctx, id, optionsOf(dto), dto.isDryRun));
  }

  @Post(':id/pause')
  @HttpCode(200)
  @Requires('update', 'ImportRun')
  async pause(@Editor() ctx: EditorCtx, @Param('id', ParseIntPipe) id: number): Promise<ImportDetailView> {
    return toImportDetailView(await this.runs.pause(ctx, id));
  }

  @Post(':id/resume')
  @HttpCode(200)
  @Requires('update', 'ImportRun')
  async resume(@Editor() ctx: EditorCtx, @Param('id', ParseIntPipe) id: number): Promise<ImportDetailView> {
    return toImportDetailView(await this.runs.resume(ctx, id));
  }

  @Post(':id/cancel')
  @HttpCode(200)
  @Requires('update', 'ImportRun')
  async cancel(@Editor() ctx: EditorCtx, @Param('id', ParseIntPipe) id: number): Promise<ImportDetailView> {
    return toImportDetailView(await this.runs.cancel(ctx, id));
  }

  /** 导入报告, a page of it. */
  @Get(':id/items')
  @Requires('read', 'ImportRun')
  async items(
    @Editor() ctx: EditorCtx,
    @Param('id', ParseIntPipe) id: number,
    @Query() { outcome, page, pageSize }: ImportItemQuery,
  ): Promise<ImportItemPageView> {
    const found = await this.runs.items(ctx, id, outcome, pageRequest(page, pageSize));
    const ids = found.items.flatMap(({ articleId }) => articleId ?? []);
    const there = await this.runs.existing(ctx, ids);
    return mapPage(found, (item) => toImportItemView(item, there)) as ImportItemPageView;
  }

  /** 导入报告 as CSV. */
  @Get(':id/report')
  @Requires('read', 'ImportRun')
  async report(
    @Editor() ctx: EditorCtx,
    @Param('id', ParseIntPipe) id: number,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const run = await this.runs.get(ctx, id);
    await reply
      .headers({
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': contentDisposition('attachment', `导入报告-${run.id}.csv`),
        'cache-control': 'no-store',
      })
      .send(reportFile(this.runs, ctx, id));
  }
}
