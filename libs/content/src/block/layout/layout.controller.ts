import { Body, Controller, Get, Header, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { pageRequest, type EditorCtx } from '@zhanqun/kernel';
import { Editor, PageQuery, Requires } from '@zhanqun/platform';
import { BLOCK_TYPES } from '../types';
import {
  LayoutBlocksDto,
  LayoutVersionDto,
  PublishLayoutDto,
  RestoreLayoutDto,
  SaveLayoutDto,
} from './layout.dto';
import { LayoutPages } from './layout-pages';
import { LayoutPreview } from './layout-preview';
import { LayoutService } from './layout.service';
import {
  LayoutBlockTypeView,
  LayoutPageView,
  LayoutReleasePageView,
  LayoutView,
  toBlockTypeView,
  toLayoutView,
  toReleaseView,
} from './layout.view';

/** 版面编排. */
@Controller('sites/:site/layouts')
export class LayoutController {
  constructor(
    private readonly layouts: LayoutService,
    private readonly pages: LayoutPages,
    private readonly preview: LayoutPreview,
  ) {}

  /** Pages that have a layout: home first, then topics. */
  @Get()
  @Requires('read', 'PageLayout')
  list(@Editor() ctx: EditorCtx): Promise<LayoutPageView[]> {
    return this.pages.list(ctx);
  }

  /** 版块类型 with the fields of their forms. */
  @Get('block-types')
  @Requires('read', 'PageLayout')
  types(): LayoutBlockTypeView[] {
    return BLOCK_TYPES.map(toBlockTypeView);
  }

  @Get(':page')
  @Requires('read', 'PageLayout')
  async get(@Editor() ctx: EditorCtx, @Param('page') page: string): Promise<LayoutView> {
    return toLayoutView(await this.layouts.get(ctx, page));
  }

  @Put(':page/draft')
  @Requires('update', 'PageLayout')
  async save(
    @Editor() ctx: EditorCtx,
    @Param('page') page: string,
    @Body() { version, blocks }: SaveLayoutDto,
  ): Promise<LayoutView> {
    return toLayoutView(await this.layouts.save(ctx, page, version, blocks));
  }

  @Post(':page/publish')
  @HttpCode(200)
  @Requires('publish', 'PageLayout')
  async publish(
    @Editor() ctx: EditorCtx,
    @Param('page') page: string,
    @Body() { version, note }: PublishLayoutDto,
  ): Promise<LayoutView> {
    return toLayoutView(await this.layouts.publish(ctx, page, version, note ?? ''));
  }

  @Post(':page/discard')
  @HttpCode(200)
  @Requires('update', 'PageLayout')
  async discard(
    @Editor() ctx: EditorCtx,
    @Param('page') page: string,
    @Body() { version }: LayoutVersionDto,
  ): Promise<LayoutView> {
    return toLayoutView(await this.layouts.discard(ctx, page, version));
  }

  @Post(':page/start-over')
  @HttpCode(200)
  @Requires('update', 'PageLayout')
  async startOver(
    @Editor() ctx: EditorCtx,
    @Param('page') page: string,
    @Body() { version }: LayoutVersionDto,
  ): Promise<LayoutView> {
    return toLayoutView(await this.layouts.startOver(ctx, page, version));
  }

  @Post(':page/restore')
  @HttpCode(200)
  @Requires('update', 'PageLayout')
  async restore(
    @Editor() ctx: EditorCtx,
    @Param('page') page: string,
    @Body() { version, nth }: RestoreLayoutDto,
  ): Promise<LayoutView> {
    return toLayoutView(await this.layouts.restore(ctx, page, version, nth));
  }

  @Get(':page/releases')
  @Requires('read', 'PageLayout')
  async releases(
    @Editor() ctx: EditorCtx,
    @Param('page') page: string,
    @Query() query: PageQuery,
  ): Promise<LayoutReleasePageView> {
    const live = (await this.layouts.get(ctx, page)).layout?.releaseNumber ?? 0;
    const found = await this.layouts.releases(ctx, page, pageRequest(query.page, query.pageSize));
    return { ...found, items: found.items.map((release) => toReleaseView(release, live)) };
  }

  /** The page with these blocks, as HTML for a sandboxed frame. */
  @Post(':page/preview')
  @HttpCode(200)
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('cache-control', 'no-store')
  @Requires('read', 'PageLayout')
  async show(
    @Editor() ctx: EditorCtx,
    @Param('page') page: string,
    @Body() { blocks }: LayoutBlocksDto,
  ): Promise<string> {
    return this.preview.html(ctx, page, blocks);
  }
}
