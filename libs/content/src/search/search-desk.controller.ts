import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseIntPipe,
  Post,
  Query,
  StreamableFile,
} from '@nestjs/common';
import { mapPage, pageRequest, type EditorCtx } from '@zhanqun/kernel';
import { Editor, Requires, XLSX_TYPE } from '@zhanqun/platform';
import {
  AddSearchEntryDto,
  SearchEntriesPageView,
  SearchEntriesQuery,
  SearchEntryView,
  SearchWordsPageView,
  SearchWordsQuery,
  toSearchEntryView,
} from './search-desk.dto';
import { SearchEntries } from './search-entries';
import { SearchWords } from './search-words';

/** 搜索词 and 检索词典. */
@Controller('sites/:site')
export class SearchDeskController {
  constructor(
    private readonly words: SearchWords,
    private readonly entries: SearchEntries,
  ) {}

  @Get('search-words')
  @Requires('use', 'Desk')
  async list(@Editor() ctx: EditorCtx, @Query() query: SearchWordsQuery): Promise<SearchWordsPageView> {
    const { from, to, results = 'any', page, pageSize } = query;
    const found = await this.words.page(ctx, { from, to, results }, pageRequest(page, pageSize));
    return { ...found, items: [...found.items] };
  }

  @Get('search-words/export')
  @Requires('use', 'Desk')
  async export(@Editor() ctx: EditorCtx, @Query() query: SearchWordsQuery): Promise<StreamableFile> {
    const { from, to, results = 'any' } = query;
    const bytes = await this.words.workbook(ctx, { from, to, results });
    const name = encodeURIComponent(`搜索词 ${from} 至 ${to}.xlsx`);
    return new StreamableFile(bytes, {
      type: XLSX_TYPE,
      disposition: `attachment; filename*=UTF-8''${name}`,
      length: bytes.length,
    });
  }

  @Get('search-entries')
  @Requires('use', 'Desk')
  async listEntries(
    @Editor() ctx: EditorCtx,
    @Query() query: SearchEntriesQuery,
  ): Promise<SearchEntriesPageView> {
    const { kind, q = '', page, pageSize } = query;
    const found = await this.entries.list(ctx, kind, q, pageRequest(page, pageSize));
    return mapPage(found, toSearchEntryView) as SearchEntriesPageView;
  }

  @Post('search-entries')
  @Requires('update', 'SiteSettings')
  async add(@Editor() ctx: EditorCtx, @Body() { kind, text }: AddSearchEntryDto): Promise<SearchEntryView> {
    return toSearchEntryView(await this.entries.add(ctx, kind, text));
  }

  @Delete('search-entries/:id')
  @HttpCode(204)
  @Requires('update', 'SiteSettings')
  async remove(@Editor() ctx: EditorCtx, @Param('id', ParseIntPipe) id: number): Promise<void> {
    await this.entries.remove(ctx, id);
  }
}
