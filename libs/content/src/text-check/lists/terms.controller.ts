import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseIntPipe,
  Patch,
  Post,
  Put,
  Query,
  Req,
  Res,
} from '@nestjs/common';
import { pageRequest, type StaffCtx } from '@zhanqun/kernel';
import { Caller, InheritedRoutesRequire, Requires } from '@zhanqun/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  AddTermDto,
  EditTermDto,
  ExportTermsQuery,
  ImportTermsQuery,
  StandOnTermDto,
  TermQuery,
} from './lists.dto';
import { ImportedTermsView, TermPageView, TermView, toTermView } from './lists.view';
import { TermDesk } from './term-desk';
import { TermExport } from './term-export';
import { TermImport } from './term-import';
import { sendTable, tableOf } from './term-files';

/** 本站词表. */
@Controller('sites/:site/check-terms')
export class SiteTermsController {
  constructor(
    private readonly terms: TermDesk,
    private readonly imports: TermImport,
    private readonly exports: TermExport,
  ) {}

  @Get()
  @Requires('use', 'Desk')
  async list(@Caller() ctx: StaffCtx, @Query() query: TermQuery): Promise<TermPageView> {
    const page = await this.terms.list(ctx, query, pageRequest(query.page, query.pageSize));
    return { ...page, items: page.items.map((term) => toTermView(term, ctx.site)) };
  }

  @Post()
  @Requires('update', 'SiteSettings')
  async add(@Caller() ctx: StaffCtx, @Body() { isLocked = false, ...wish }: AddTermDto): Promise<TermView> {
    await this.terms.add(ctx, wish, isLocked);
    return toTermView(await this.terms.get(ctx, wish.wrong), ctx.site);
  }

  /** 停用、启用或调整级别 of an inherited word. */
  @Put('stance')
  @Requires('update', 'SiteSettings')
  async stand(
    @Caller() ctx: StaffCtx,
    @Body() { wrong, severity = null, isOff = false, isLocked = false }: StandOnTermDto,
  ): Promise<TermView> {
    await this.terms.stand(ctx, wrong, { severity, isOff, isLocked });
    return toTermView(await this.terms.get(ctx, wrong), ctx.site);
  }

  @Patch(':id')
  @HttpCode(204)
  @Requires('update', 'SiteSettings')
  async change(
    @Caller() ctx: StaffCtx,
    @Param('id', ParseIntPipe) id: number,
    @Body() dto: EditTermDto,
  ): Promise<void> {
    await this.terms.change(ctx, id, dto);
  }

  @Delete(':id')
  @HttpCode(204)
  @Requires('update', 'SiteSettings')
  async remove(@Caller() ctx: StaffCtx, @Param('id', ParseIntPipe) id: number): Promise<void> {
    await this.terms.remove(ctx, id);
  }

  /** 导入：`multipart/form-data` with the table as `file`. */
  @Post('import')
  @HttpCode(200)
  @Requires('update', 'SiteSettings')
  async import(
    @Caller() ctx: StaffCtx,
    @Req() request: FastifyRequest,
    @Query() { dryRun }: ImportTermsQuery,
  ): Promise<ImportedTermsView> {
    const { bytes, name } = await tableOf(request);
    const { sample, bad, ...report } = await this.imports.run(ctx, bytes, name, dryRun === 'true');
    return {
      ...report,
      bad: [...bad],
      sample: sample.map(({ wrong, right, kind }) => ({ wrong, right, kind })),
    };
  }

  /** 导出 as Excel. */
  @Get('export')
  @Requires('use', 'Desk')
  async export(
    @Caller() ctx: StaffCtx,
    @Query() { which = 'own' }: ExportTermsQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendTable(reply, '词表.xlsx', await this.exports.run(ctx, which));
  }
}

/** 平台词表: defaults and locks for every site. */
@Controller('check-terms')
@InheritedRoutesRequire('manage', 'SiteSettings')
export class PlatformTermsController extends SiteTermsController {}
