import { Injectable } from '@nestjs/common';
import type { SiteCtx } from '@zhanqun/kernel';
import { Db } from '@zhanqun/platform';
import { Article } from '../article/article.entity';
import { ArticleRevision } from '../revision/article-revision.entity';
import { PreviewLink } from './preview-link.entity';
import { isGenuine, linkIdIn } from './preview-token';

export interface OpenedPreview {
  readonly link: PreviewLink;
  readonly article: Article;
  readonly revision: ArticleRevision;
}

/**
 * Opens a link at the site whose host was asked. Whatever is wrong with it (tampered, expired, revoked,
 * another site's, its text given up) looks the same: there is nothing here.
 */
@Injectable()
export class PreviewOpening {
  constructor(private readonly db: Db) {}

  async open(ctx: SiteCtx, token: string): Promise<OpenedPreview | null> {
    const id = linkIdIn(token);
    if (id === null) return null;
    const link = await this.db.site(ctx, PreviewLink).findOne({ id });
    if (!link || !isGenuine(token, link)) return null;
    if (link.revokedAt !== null || link.expiresAt <= ctx.now) return null;
    const article = await this.db.site(ctx, Article).findOne({ id: link.articleId });
    if (!article || article.deletedAt !== null) return null;
    const isCurrent = [article.openRevisionId, article.liveRevisionId].includes(link.revisionId);
    if (!isCurrent) return null;
    const revision = await this.db.site(ctx, ArticleRevision).findOne({ id: link.revisionId });
    return revision && { link, article, revision };
  }
}
