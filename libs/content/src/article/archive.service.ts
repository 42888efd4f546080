import { Injectable } from '@nestjs/common';
import type { EditorCtx } from '@zhanqun/kernel';
import { Audit, Db } from '@zhanqun/platform';
import { Publishing } from '../review/publishing';
import { ArticleRevision } from '../revision/article-revision.entity';
import { Article } from './article.entity';
import { ArticleService, type NewArticle } from './article.service';
import { originalDateInFuture } from './article.errors';

/**
 * 历史文章入库: articles that were already public elsewhere (an older site, the demo) keep the date they
 * had. Never offered by the console: what is written here is published through review and dated today.
 */
@Injectable()
export class ArchiveService {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly articles: ArticleService,
    private readonly publishing: Publishing,
  ) {}

  /** Publishes a new article with the date of its original publication; audited as `article.publishHistoric`. */
  async publishHistoric(
    ctx: EditorCtx,
    article: NewArticle,
    originallyPublishedAt: Date,
    credits: { readonly editor: string; readonly reviewers: readonly string[] } = {
      editor: '',
      reviewers: [],
    },
  ): Promise<Article> {
    if (originallyPublishedAt > ctx.now) {
      throw originalDateInFuture({ publishedAt: originallyPublishedAt.toISOString() });
    }
    return this.db.transaction(ctx, async (ctx) => {
      const written = await this.articles.draft(ctx, article);
      const { revision } = written;
      if (written.article.publishedAt !== null) return written.article;
      revision.state = 'approved';
      revision.steps = ['initialReview'];
      revision.approvedAt = originallyPublishedAt;
      await this.audit.record(ctx, {
        action: 'article.publishHistoric',
        subject: 'Article',
        subjectId: written.article.id,
        summary: `按原发布时间入库历史文章《${written.article.title}》`,
        detail: { originallyPublishedAt: originallyPublishedAt.toISOString() },
      });
      await this.publishing.goLive(ctx, written.article, revision, originallyPublishedAt);
      if (credits.editor !== '') {
        revision.credits = credits;
        await this.db.site(ctx, ArticleRevision).updateWhere({ id: revision.id }, { credits });
      }
      return written.article;
    });
  }
}
