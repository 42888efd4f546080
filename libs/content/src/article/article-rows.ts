import { must, type EditorCtx, type SiteCtx } from '@zhanqun/kernel';
import type { Db } from '@zhanqun/platform';
import { ArticleRevision } from '../revision/article-revision.entity';
import { articleInBin, articleNotFound } from './article.errors';
import { Article } from './article.entity';

/** Locked, allowed, and not in the bin: the beginning of every change of one article. */
export async function articleForChange(db: Db, ctx: EditorCtx, id: number, action: string): Promise<Article> {
  const article = await db.site(ctx, Article).findOne({ id }, { lock: 'write' });
  if (!article || article.purgedAt !== null) throw articleNotFound({ id });
  must(ctx, action, article);
  if (article.deletedAt !== null) throw articleInBin({ id });
  return article;
}

/** Not found when it is another site's or erased, forbidden when it is none of this person's channels. */
export async function articleToRead(db: Db, ctx: EditorCtx, id: number, action = 'read'): Promise<Article> {
  const article = await db.site(ctx, Article).findOne({ id });
  if (!article || article.purgedAt !== null) throw articleNotFound({ id });
  must(ctx, action, article);
  return article;
}

export async function revisionOf(db: Db, ctx: SiteCtx, id: number): Promise<ArticleRevision> {
  const revision = await db.site(ctx, ArticleRevision).findOne({ id });
  if (!revision) throw new Error(`revision ${id} is gone`);
  return revision;
}
