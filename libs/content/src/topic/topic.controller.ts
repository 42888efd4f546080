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
  Query,
} from '@nestjs/common';
import { pageRequest, type EditorCtx } from '@zhanqun/kernel';
import { Editor, Requires } from '@zhanqun/platform';
import {
  DraftTopicDto,
  EditTopicDto,
  TopicDetailView,
  TopicOpinionDto,
  TopicPageView,
  TopicQuery,
} from './topic.dto';
import { TopicService } from './topic.service';
import { TopicViews } from './topic-views';

/** 专题. */
@Controller('sites/:site/topics')
export class TopicController {
  constructor(
    private readonly topics: TopicService,
    private readonly views: TopicViews,
  ) {}

  @Get()
  @Requires('read', 'Topic')
  async list(@Editor() ctx: EditorCtx, @Query() query: TopicQuery): Promise<TopicPageView> {
    const { state, q, page, pageSize } = query;
    return this.views.page(ctx, await this.topics.list(ctx, { state, q }, pageRequest(page, pageSize)));
  }

  @Post()
  @Requires('create', 'Topic')
  async draft(
    @Editor() ctx: EditorCtx,
    @Body() { version: _none, ...dto }: DraftTopicDto,
  ): Promise<TopicDetailView> {
    return this.views.detail(ctx, (await this.topics.draft(ctx, dto)).id);
  }

  @Get(':id')
  @Requires('read', 'Topic')
  detail(@Editor() ctx: EditorCtx, @Param('id', ParseIntPipe) id: number): Promise<TopicDetailView> {
    return this.views.detail(ctx, id);
  }

  @Patch(':id')
  @Requires('update', 'Topic')
  async edit(
    @Editor() ctx: EditorCtx,
    @Param('id', ParseIntPipe) id: number,
    @Body() { version, ...dto }: EditTopicDto,
  ): Promise<TopicDetailView> {
    await this.topics.edit(ctx, id, version ?? 0, dto);
    return this.views.detail(ctx, id);
  }

  @Delete(':id')
  @HttpCode(204)
  @Requires('delete', 'Topic')
  async remove(@Editor() ctx: EditorCtx, @Param('id', ParseIntPipe) id: number): Promise<void> {
    await this.topics.remove(ctx, id);
  }

  @Post(':id/apply')
  @HttpCode(200)
  @Requires('apply', 'Topic')
  async apply(@Editor() ctx: EditorCtx, @Param('id', ParseIntPipe) id: number): Promise<TopicDetailView> {
    await this.topics.apply(ctx, id);
    return this.views.detail(ctx, id);
  }

  @Post(':id/recall')
  @HttpCode(200)
  @Requires('apply', 'Topic')
  async recall(@Editor() ctx: EditorCtx, @Param('id', ParseIntPipe) id: number): Promise<TopicDetailView> {
    await this.topics.recall(ctx, id);
    return this.views.detail(ctx, id);
  }

  @Post(':id/approve')
  @HttpCode(200)
  @Requires('decide', 'Topic')
  async approve(
    @Editor() ctx: EditorCtx,
    @Param('id', ParseIntPipe) id: number,
    @Body() { opinion }: TopicOpinionDto,
  ): Promise<TopicDetailView> {
    await this.topics.approve(ctx, id, opinion);
    return this.views.detail(ctx, id);
  }

  @Post(':id/refuse')
  @HttpCode(200)
  @Requires('decide', 'Topic')
  async refuse(
    @Editor() ctx: EditorCtx,
    @Param('id', ParseIntPipe) id: number,
    @Body() { opinion }: TopicOpinionDto,
  ): Promise<TopicDetailView> {
    await this.topics.refuse(ctx, id, opinion ?? '');
    return this.views.detail(ctx, id);
  }

  /** 强制关闭. */
  @Post(':id/close')
  @HttpCode(200)
  @Requires('close', 'Topic')
  async close(
    @Editor() ctx: EditorCtx,
    @Param('id', ParseIntPipe) id: number,
    @Body() { opinion }: TopicOpinionDto,
  ): Promise<TopicDetailView> {
    await this.topics.close(ctx, id, opinion ?? '');
    return this.views.detail(ctx, id);
  }

  @Post(':id/archive')
  @HttpCode(200)
  @Requires('archive', 'Topic')
  async archive(@Editor() ctx: EditorCtx, @Param('id', ParseIntPipe) id: number): Promise<TopicDetailView> {
    await this.topics.archive(ctx, id);
    return this.views.detail(ctx, id);
  }

  @Post(':id/reopen')
  @HttpCode(200)
  @Requires('apply', 'Topic')
  async reopen(@Editor() ctx: EditorCtx, @Param('id', ParseIntPipe) id: number): Promise<TopicDetailView> {
    await this.topics.reopen(ctx, id);
    return this.views.detail(ctx, id);
  }
}
