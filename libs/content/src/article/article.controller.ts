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
import { RecycleBin } from '../recycle-bin/recycle-bin.service';
import { ArticleDesk } from './article-desk';
import {
  ArticleDetailView,
  ArticlePageView,
  RevisionItemView,
  toRevisionItemView,
} from './article-console.view';
import { ArticleQuery, daysFrom, DraftArticleDto, EditArticleDto, sortOf, textFrom } from './article.dto';
import { ArticleService } from './article.service';
import { ArticleViews } from './article-views';

@Controller('sites/:site/articles')
export class ArticleController {
  constructor(
    private readonly articles: ArticleService,
    private readonly desk: ArticleDesk,
    private readonly views: ArticleViews,
    private readonly bin: RecycleBin,
  ) {}

  /** 稿件列表. */
  @Get()
  @Requires('read', 'Article')
  async list(@Editor() ctx: EditorCtx, @Query() query: ArticleQuery): Promise<ArticlePageView> {
    const { channel, state, kind, q, author, sort, page, pageSize } = query;
    const filter = {
      ...(channel === undefined ? {} : { channelId: channel }),
      ...(state === undefined ? {} : { state }),
      ...(kind === undefined ? {} : { kind }),
      ...(q === undefined ? {} : { q }),
      ...(author ? { authorId: ctx.actor.accountId } : {}),
      ...(query.authorName ? { authorName: query.authorName } : {}),
      ...daysFrom(query),
      ...sortOf(sort),
    };
    return this.views.page(ctx, await this.desk.list(ctx, filter, pageRequest(page, pageSize)));
  }

  @Post()
  @Requires('create', 'Article')
  async draft(@Editor() ctx: EditorCtx, @Body() dto: DraftArticleDto): Promise<ArticleDetailView> {
    const { isPinned: _later, ...text } = textFrom(dto);
    const { article, removed } = await this.articles.draft(ctx, text);
    return this.views.detail(ctx, article.id, removed);
  }

  @Get(':id')
  @Requires('read', 'Article')
  detail(@Editor() ctx: EditorCtx, @Param('id', ParseIntPipe) id: number): Promise<ArticleDetailView> {
    return this.views.detail(ctx, id);
  }

  /** 保存草稿; `channelId` and `isPinned` move the article and need no version. */
  @Patch(':id')
  @Requires('update', 'Article')
  async edit(
    @Editor() ctx: EditorCtx,
    @Param('id', ParseIntPipe) id: number,
    @Body() dto: EditArticleDto,
  ): Promise<ArticleDetailView> {
    return this.views.detail(ctx, id, await this.articles.change(ctx, id, textFrom(dto)));
  }

  /** 删除到回收站，或放弃对已发布文章的修改. */
  @Delete(':id')
  @HttpCode(204)
  @Requires('delete', 'Article')
  async remove(@Editor() ctx: EditorCtx, @Param('id', ParseIntPipe) id: number): Promise<void> {
    await this.bin.remove(ctx, id);
  }

  @Post(':id/revise')
  @HttpCode(200)
  @Requires('update', 'Article')
  async revise(@Editor() ctx: EditorCtx, @Param('id', ParseIntPipe) id: number): Promise<ArticleDetailView> {
    await this.articles.revise(ctx, id);
    return this.views.detail(ctx, id);
  }

  @Get(':id/revisions')
  @Requires('read', 'Article')
  async revisions(
    @Editor() ctx: EditorCtx,
    @Param('id', ParseIntPipe) id: number,
  ): Promise<RevisionItemView[]> {
    return (await this.desk.listRevisions(ctx, id)).map(toRevisionItemView);
  }
}
