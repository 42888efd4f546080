import { Injectable } from '@nestjs/common';
import type { EditorCtx } from '@zhanqun/kernel';
import { Audit, Db } from '@zhanqun/platform';
import type { Written } from '../article/article-drafts';
import { ArticleService } from '../article/article.service';
import { asHandedIn } from '../article/article-writing';
import { ArticleRevision } from './article-revision.entity';
import { revisionIsOpen, revisionNotFound } from './revision.errors';

/** 恢复旧版本: its words become a new draft, which goes through review like any other; nothing old is changed. */
@Injectable()
export class Restoring {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly articles: ArticleService,
  ) {}

  /**
   * Into the draft that is open, or into a new one. Checked like any save: a file that was deleted since or a
   * fact that no longer holds is refused with its name.
   */
  async restore(ctx: EditorCtx, id: number, number: number): Promise<Written> {
    return this.db.transaction(ctx, async (ctx) => {
      const article = await this.articles.getForChange(ctx, id, 'update');
      const old = await this.db.site(ctx, ArticleRevision).findOne({ articleId: id, number });
      if (!old) throw revisionNotFound({ articleId: id, number });
      if (old.id === article.openRevisionId) throw revisionIsOpen({ articleId: id, number });
      const { version } =
        article.openRevisionId === null
          ? (await this.articles.revise(ctx, id)).revision
          : await this.articles.getOpenRevision(ctx, article);
      // Importance never sinks by going back.
      const { importance: _then, ...text } = asHandedIn(old);
      const written = await this.articles.edit(ctx, id, { ...text, version });
      await this.audit.record(ctx, {
        action: 'article.restoreRevision',
        subject: 'Article',
        subjectId: id,
        summary: `把第 ${number} 版恢复为草稿《${old.title}》`,
        detail: { number, revisionId: written.revision.id },
      });
      return written;
    });
  }
}
