import type { Article } from '../article/article.entity';
import type { ArticleRevision } from '../revision/article-revision.entity';

/** Everybody whose own text this is: who began the article, who wrote words of it, who submitted it. */
export function writersOf(
  article: Pick<Article, 'authorId'>,
  revision: Pick<ArticleRevision, 'writerIds' | 'submittedById'>,
): number[] {
  const submitter = revision.submittedById === null ? [] : [revision.submittedById];
  return [...new Set([article.authorId, ...revision.writerIds, ...submitter])];
}
