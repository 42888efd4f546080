import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import type { StaffCtx } from '@zhanqun/kernel';
import { Caller, Requires, SearchIndex } from '@zhanqun/platform';
import { RebuildSearchDto, SearchIndexView, toSearchIndexView } from './search-desk.dto';
import { SearchRebuilding } from './search-rebuilding';

/** 检索库: its state, and rebuilding it. */
@Controller('search-index')
export class SearchIndexController {
  constructor(
    private readonly index: SearchIndex,
    private readonly rebuilding: SearchRebuilding,
  ) {}

  @Get()
  @Requires('read', 'Job')
  async state(): Promise<SearchIndexView> {
    return toSearchIndexView(await this.index.facts());
  }

  @Post('rebuild')
  @HttpCode(202)
  @Requires('manage', 'Job')
  async rebuild(@Caller() ctx: StaffCtx, @Body() { site }: RebuildSearchDto): Promise<SearchIndexView> {
    await this.rebuilding.ask(ctx, site ?? null);
    return toSearchIndexView(await this.index.facts());
  }
}
