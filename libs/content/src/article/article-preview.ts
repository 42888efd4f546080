import { Injectable } from '@nestjs/common';
import { publicCtx, type EditorCtx } from '@zhanqun/kernel';
import { Chromes, PagePreview } from '@zhanqun/theming';
import { articlePath } from './article-address';
import { ArticleDesk } from './article-desk';
import { articleNotFound } from './article.errors';
import { ArticleReading } from './article-reading';

/** 预览: the page as citizens will see it, with the text being worked on. Nothing of it is kept. */
@Injectable()
export class ArticlePreview {
  constructor(
    private readonly desk: ArticleDesk,
    private readonly reading: ArticleReading,
    private readonly chromes: Chromes,
    private readonly pages: PagePreview,
  ) {}

  async html(ctx: EditorCtx, id: number): Promise<string> {
    const { article, shown } = await this.desk.getFile(ctx, id);
    const reader = publicCtx(ctx.site, ctx.now, ctx.traceId);
    const view = await this.reading.viewOf(reader, article, shown, await this.chromes.get(reader));
    if (!view) throw articleNotFound({ id });
    return this.pages.view(ctx, view, articlePath({ id, publishedAt: article.publishedAt ?? ctx.now }));
  }
}
