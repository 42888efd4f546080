import { Readable } from 'node:stream';
import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { pageRequest, shanghaiDay, type EditorCtx } from '@zhanqun/kernel';
import { csvHead, csvLine, Editor, Requires, sheet, workbook, XLSX_TYPE } from '@zhanqun/platform';
import {
  filterOf,
  RegisterExportQuery,
  RegisterPageView,
  RegisterQuery,
  toRegisterLineView,
} from './register.dto';
import { Register, type RegisterLine } from './register.service';
import { REGISTER_COLUMNS } from './register-table';

/** 发布登记簿. */
@Controller('sites/:site/register')
export class RegisterController {
  constructor(private readonly register: Register) {}

  @Get()
  @Requires('publish', 'Article')
  async list(@Editor() ctx: EditorCtx, @Query() query: RegisterQuery): Promise<RegisterPageView> {
    const found = await this.register.page(ctx, filterOf(query), pageRequest(query.page, query.pageSize));
    return { ...found, items: found.items.map(toRegisterLineView) };
  }

  /** Excel, or CSV that is written while it is read. */
  @Get('export')
  @Requires('publish', 'Article')
  async export(@Editor() ctx: EditorCtx, @Query() query: RegisterExportQuery): Promise<StreamableFile> {
    const { format = 'xlsx' } = query;
    const filter = filterOf(query);
    await this.register.recordExport(ctx, filter, format);
    const name = encodeURIComponent(`发布登记簿-${shanghaiDay(ctx.now)}.${format}`);
    const disposition = `attachment; filename*=UTF-8''${name}`;
    const portions = this.register.all(ctx, filter);
    if (format === 'csv')
      return new StreamableFile(Readable.from(csvOf(portions)), {
        type: 'text/csv; charset=utf-8',
        disposition,
      });
    const rows: RegisterLine[] = [];
    for await (const portion of portions) rows.push(...portion);
    const bytes = await workbook([sheet({ name: '发布登记簿', columns: REGISTER_COLUMNS, rows })]);
    return new StreamableFile(bytes, { type: XLSX_TYPE, disposition });
  }
}

async function* csvOf(portions: AsyncIterable<readonly RegisterLine[]>): AsyncGenerator<string> {
  yield csvHead(REGISTER_COLUMNS);
  for await (const portion of portions) yield portion.map((line) => csvLine(REGISTER_COLUMNS, line)).join('');
}
