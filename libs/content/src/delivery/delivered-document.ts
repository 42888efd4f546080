import type { PackedFile, UnpackedFiles } from '../asset/travelling-files';
import type { Article, ArticleKind } from '../article/article.entity';
import type { ArticleText } from '../article/article-text';
import type { ArticleFacts } from '../kind/facts';
import { kindOf } from '../kind/kind';
import { travellingFacts } from '../kind/travelling-facts';
import type { Importance } from '../review/review';
import type { ArticleRevision } from '../revision/article-revision.entity';

/** A published text frozen for the way: what the receiver reads instead of the sender's rows. */
export interface DeliveredDocument {
  readonly kind: ArticleKind;
  readonly title: string;
  readonly subtitle: string;
  readonly summary: string;
  readonly keywords: string;
  readonly source: string;
  readonly author: string;
  readonly body: string;
  readonly importance: Importance;
  readonly facts: ArticleFacts | null;
  readonly indexNumber: string | null;
  /** First publication at the source, ISO time. */
  readonly publishedAt: string;
  /** Absolute address of the original. */
  readonly url: string;
  /** Pictures and attachments, laid into the receiver's mailbox. */
  readonly files: readonly PackedFile[];
}

export function freeze(
  article: Article,
  live: ArticleRevision,
  url: string,
  files: readonly PackedFile[],
): DeliveredDocument {
  const { title, subtitle, summary, keywords, source, author, body, importance, facts } = live;
  return {
    kind: article.kind,
    title,
    subtitle,
    summary,
    keywords,
    source,
    author,
    body,
    importance,
    facts: travellingFacts(article.kind, facts),
    indexNumber: article.indexNumber,
    publishedAt: (article.publishedAt ?? live.savedAt).toISOString(),
    url,
    files,
  };
}

/** The kind a copy has: links to the sender's own documents do not travel, so an interpretation is news there. */
export const kindAtReceiver = ({ kind }: DeliveredDocument): ArticleKind => kindOf(kind).copiedAs ?? kind;

/** Whether two frozen copies say the same; their files lie in mailboxes of their own. */
export const saysTheSame = (left: DeliveredDocument, right: DeliveredDocument): boolean =>
  JSON.stringify({ ...left, files: left.files.map(({ path }) => path) }) ===
  JSON.stringify({ ...right, files: right.files.map(({ path }) => path) });

/** The text as the receiver's editor would hand it in, with files of the receiver's own library. */
export function textFor(document: DeliveredDocument, files: UnpackedFiles): ArticleText {
  const { title, subtitle, summary, keywords, source, author, importance, facts } = document;
  return {
    title,
    subtitle,
    summary,
    keywords: keywords.split(';').filter((word) => word !== ''),
    source,
    author,
    importance,
    facts,
    ...files,
  };
}
