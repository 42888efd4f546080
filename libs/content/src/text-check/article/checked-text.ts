import type { AttachedFile } from '../../revision/article-revision.entity';

/** What is checked of an article: as it stands in the editor, or as a revision holds it. */
export interface CheckedText {
  /** Null for an article that is not stored yet. */
  readonly articleId: number | null;
  readonly title: string;
  readonly subtitle: string;
  readonly summary: string;
  readonly source: string;
  readonly author: string;
  readonly body: string;
  readonly attachments: readonly Pick<AttachedFile, 'assetId' | 'name'>[];
}
