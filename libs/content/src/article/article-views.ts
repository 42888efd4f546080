import { Injectable } from '@nestjs/common';
import type { EditorCtx, Page } from '@zhanqun/kernel';
import { mapPage } from '@zhanqun/kernel';
import { SiteDirectory } from '@zhanqun/platform';
import type { RemovedPart } from '../rich-text/rich-text';
import { articlePath, filePath } from './article-address';
import { ArticleDesk } from './article-desk';
import {
  toArticleDetailView,
  toArticleItemView,
  type ArticleDetailView,
  type ArticleItemView,
  type ViewFacts,
} from './article.dto';
import type { Article } from './article.entity';

/** Articles as the console shows them, with names of channels and public addresses. */
@Injectable()
export class ArticleViews {
  constructor(
    private readonly desk: ArticleDesk,
    private readonly directory: SiteDirectory,
  ) {}

  async page(ctx: EditorCtx, page: Page<Article>): Promise<Page<ArticleItemView>> {
    const facts = await this.factsFor(ctx);
    return mapPage(page, (article) => toArticleItemView(article, facts));
  }

  /** Read anew after a use case, so the answer is what is stored. */
  async detail(ctx: EditorCtx, id: number, removed: readonly RemovedPart[] = []): Promise<ArticleDetailView> {
    return toArticleDetailView(await this.desk.getFile(ctx, id), await this.factsFor(ctx), removed);
  }

  private async factsFor(ctx: EditorCtx): Promise<ViewFacts> {
    const tree = await this.desk.tree(ctx);
    const { site } = ctx;
    return {
      channelName: (id) => tree.find(id)?.name ?? '',
      url: ({ id, state, publishedAt }) =>
        state === 'published' && publishedAt && site.host !== ''
          ? this.directory.siteUrl(site, articlePath({ id, publishedAt }))
          : null,
      file: (path) => filePath(path),
    };
  }
}
