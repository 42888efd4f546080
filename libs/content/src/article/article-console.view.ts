import type { ArticleRevision, AttachedFile } from '../revision/article-revision.entity';
import type { Importance, ReviewStepName, RevisionState } from '../review/review';
import type { RemovedPart } from '../rich-text/rich-text';
import { filePath } from './article-address';
import type { ArticleFile } from './article-desk';
import { factsView } from '../kind/facts.view';
import type { Article, ArticleKind, ArticleState, WithdrawnWay } from './article.entity';
import { policyFactsOf, type Validity } from './policy-facts';

export class ArticleItemView {
  id: number;
  title: string;
  kind: ArticleKind;
  state: ArticleState;
  /** State of the revision under work; null when nothing is open. */
  openState: RevisionState | null;
  isSentBack: boolean;
  channelId: number;
  channelName: string;
  source: string;
  author: string;
  authorId: number;
  authorName: string;
  importance: Importance;
  isPinned: boolean;
  pinnedUntil: string | null;
  /** 有效期. */
  expiresAt: string | null;
  /** How it was withdrawn; null while it is not. */
  withdrawnWay: WithdrawnWay | null;
  publishedAt: string | null;
  revisedAt: string | null;
  scheduledFor: string | null;
  createdAt: string;
  updatedAt: string;
  /** Public address; null while not published. */
  url: string | null;
}

export class ArticlePageView {
  items: ArticleItemView[];
  total: number;
  page: number;
  pageSize: number;
}

export class PolicyFactsView {
  documentNumber: string;
  issuedOn: string | null;
  issuer: string;
  indexNumber: string;
  subjectCategory: string;
  genre: string;
  validity: Validity;
  effectiveOn: string | null;
  amendedOn: string | null;
  expiresOn: string | null;
  successorArticleId: number | null;
}

export class AssetRefView {
  id: number;
  name: string;
  url: string;
  mime: string;
  bytes: number;
  alt: string;
}

export class ArticleRefView {
  id: number;
  title: string;
}

export class RemovedPartView {
  what: RemovedPart['what'];
  detail: string;
}

/** An article with the text being worked on, else the live one, else the newest. */
export class ArticleDetailView extends ArticleItemView {
  revisionNumber: number | null;
  /** Goes back with a change and with a decision. */
  version: number;
  subtitle: string;
  summary: string;
  keywords: string[];
  body: string;
  cover: AssetRefView | null;
  attachments: AssetRefView[];
  /** 要素 by the fields of the kind: files and articles with what a form shows of them. */
  facts: Record<string, unknown> | null;
  indexNumber: string;
  policy: PolicyFactsView | null;
  interprets: ArticleRefView | null;
  /** Steps of the running review, or those that the regulation asks of this importance. */
  reviewSteps: ReviewStepName[];
  reviewSource: string;
  /** Last words of a reviewer who sent it back. */
  sentBackReason: string | null;
  withdrawnReason: string | null;
  withdrawnAt: string | null;
  savedByName: string;
  savedAt: string;
  /** Whether there is a live text beside the one shown. */
  hasLiveText: boolean;
  /** What the server would accept from this person now, in the words of the routes. */
  moves: string[];
  /** What cleaning took out of the text just saved. */
  removed: RemovedPartView[];
}

export class RevisionItemView {
  id: number;
  number: number;
  state: RevisionState;
  round: number;
  title: string;
  importance: Importance;
  writtenByName: string;
  savedByName: string;
  createdAt: string;
  savedAt: string;
  submittedAt: string | null;
  approvedAt: string | null;
  reviewers: string[];
  version: number;
}

/** What rows do not say by themselves. */
export interface ArticleViewFacts {
  channelName(id: number): string;
  url(article: Article): string | null;
}
export interface ArticleDetailFacts extends ArticleViewFacts {
  readonly reviewSteps: readonly ReviewStepName[];
  readonly reviewSource: string;
  readonly sentBackReason: string | null;
  readonly interprets: ArticleRefView | null;
  /** Titles of the articles that the facts name. */
  readonly factTitles: ReadonlyMap<number, string>;
  readonly removed: readonly RemovedPart[];
}

const iso = (instant: Date | null): string | null => instant?.toISOString() ?? null;

export function toArticleItemView(article: Article, facts: ArticleViewFacts): ArticleItemView {
  const { id, title, kind, state, reviewState, isSentBack, channelId, source, author } = article;
  const { authorId, authorName, importance, isPinned } = article;
  return {
    id,
    title,
    kind,
    state,
    openState: reviewState,
    isSentBack,
    channelId,
    channelName: facts.channelName(channelId),
    source,
    author,
    authorId,
    authorName,
    importance,
    isPinned,
    pinnedUntil: iso(article.pinnedUntil),
    expiresAt: iso(article.expiresAt),
    withdrawnWay: article.withdrawnWay,
    publishedAt: iso(article.publishedAt),
    revisedAt: iso(article.revisedAt),
    scheduledFor: iso(article.scheduledFor),
    createdAt: article.createdAt.toISOString(),
    updatedAt: article.updatedAt.toISOString(),
    url: facts.url(article),
  };
}

export function toArticleDetailView(
  { article, shown, actions }: ArticleFile,
  facts: ArticleDetailFacts,
): ArticleDetailView {
  const { number, version, title, subtitle, summary, source, author, body, importance } = shown;
  return {
    ...toArticleItemView(article, facts),
    title,
    source,
    author,
    importance,
    revisionNumber: number,
    version,
    subtitle,
    summary,
    keywords: shown.keywords.split(';').filter((word) => word !== ''),
    body,
    cover: coverOf(shown),
    attachments: shown.attachments.map(toAssetRef),
    facts: factsView(article.kind, shown.facts, facts.factTitles),
    indexNumber: article.indexNumber ?? '',
    policy: policyOf(article, shown),
    interprets: facts.interprets,
    reviewSteps: [...facts.reviewSteps],
    reviewSource: facts.reviewSource,
    sentBackReason: facts.sentBackReason,
    withdrawnReason: article.state === 'withdrawn' ? article.withdrawnReason : null,
    withdrawnAt: iso(article.withdrawnAt),
    savedByName: shown.savedByName,
    savedAt: shown.savedAt.toISOString(),
    hasLiveText: article.liveRevisionId !== null && article.liveRevisionId !== shown.id,
    moves: actions.map(asRouteWord),
    removed: [...facts.removed],
  };
}

/** `passInitial` → `pass-initial`. */
function asRouteWord(action: string): string {
  return action.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function coverOf({ coverAssetId, coverPath, coverAlt }: ArticleRevision): AssetRefView | null {
  if (coverAssetId === null) return null;
  const name = coverPath.split('/').at(-1) ?? '';
  const mime = `image/${name.split('.').at(-1)?.replace('jpg', 'jpeg') ?? ''}`;
  return { id: coverAssetId, name, url: filePath(coverPath), mime, bytes: 0, alt: coverAlt };
}

function toAssetRef({ assetId, name, path, mime, bytes }: AttachedFile): AssetRefView {
  return { id: assetId, name, url: filePath(path), mime, bytes, alt: '' };
}

function policyOf({ kind, indexNumber }: Article, { facts }: ArticleRevision): PolicyFactsView | null {
  const policy = policyFactsOf({ kind, facts });
  return (
    policy && {
      ...policy,
      indexNumber: indexNumber ?? '',
      issuedOn: policy.issuedOn || null,
      effectiveOn: policy.effectiveOn || null,
      amendedOn: policy.amendedOn || null,
      expiresOn: policy.expiresOn || null,
    }
  );
}

type RevisionItem = Pick<
  ArticleRevision,
  | 'id'
  | 'number'
  | 'state'
  | 'round'
  | 'title'
  | 'importance'
  | 'writtenByName'
  | 'savedByName'
  | 'createdAt'
  | 'savedAt'
  | 'submittedAt'
  | 'approvedAt'
  | 'credits'
  | 'version'
>;

export function toRevisionItemView({ credits, ...revision }: RevisionItem): RevisionItemView {
  return {
    ...revision,
    createdAt: revision.createdAt.toISOString(),
    savedAt: revision.savedAt.toISOString(),
    submittedAt: iso(revision.submittedAt),
    approvedAt: iso(revision.approvedAt),
    reviewers: [...(credits?.reviewers ?? [])],
  };
}
