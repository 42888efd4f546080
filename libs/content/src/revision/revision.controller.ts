import { Controller, Get, Header, Param, ParseIntPipe } from '@nestjs/common';
import type { EditorCtx } from '@zhanqun/kernel';
import { Editor, Requires } from '@zhanqun/platform';
import { ArticlePreview } from '../article/article-preview';
import { Trail } from '../review/trail';
import { ArticleChangesReading } from './article-changes';
import { ChangesView, toChangesView, toTrailEntryView, TrailEntryView } from './revision.dto';

/** What a reviewer reads before deciding: the trail, the changes, the page as citizens would see it. */
@Controller('sites/:site/articles/:id')
export class RevisionController {
  constructor(
    private readonly trails: Trail,
    private readonly changesReading: ArticleChangesReading,
    private readonly previews: ArticlePreview,
  ) {}

  /** 流转记录. */
  @Get('trail')
  @Requires('read', 'Article')
  async trail(@Editor() ctx: EditorCtx, @Param('id', ParseIntPipe) id: number): Promise<TrailEntryView[]> {
    return (await this.trails.of(ctx, id)).map(toTrailEntryView);
  }

  /** 修改对照：open text against the live one. */
  @Get('changes')
  @Requires('read', 'Article')
  async changes(@Editor() ctx: EditorCtx, @Param('id', ParseIntPipe) id: number): Promise<ChangesView> {
    return toChangesView(await this.changesReading.of(ctx, id));
  }

  /** 预览：HTML on the site's own theme; never cached, never indexed. */
  @Get('preview')
  @Requires('read', 'Article')
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Cache-Control', 'no-store')
  @Header('X-Robots-Tag', 'noindex')
  preview(@Editor() ctx: EditorCtx, @Param('id', ParseIntPipe) id: number): Promise<string> {
    return this.previews.html(ctx, id);
  }
}
