import { must, type SiteCtx } from '@zhanqun/kernel';
import type { Db } from '@zhanqun/platform';
import { Article } from '../article/article.entity';
import { articleNotFound } from '../article/article.errors';

/** The article whose envelopes are asked for: what a person may not read has no deliveries for them. */
export async function articleForReading(db: Db, ctx: SiteCtx, id: number): Promise<Article> {
  const article = await db.site(ctx, Article).findOne({ id });
  if (!article) throw articleNotFound({ id });
  must(ctx, 'read', article);
  return article;
}
