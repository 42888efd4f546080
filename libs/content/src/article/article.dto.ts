import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { PageQuery } from '@zhanqun/platform';
import type { AttachedFile, ArticleRevision } from '../revision/article-revision.entity';
import {
  IMPORTANCES,
  REVISION_STATES,
  type Importance,
  type ReviewStepName,
  type RevisionState,
} from '../review/review';
import type { RemovedPart } from '../rich-text/rich-text';
import { ARTICLE_SORTS, type ArticleAction, type ArticleFile, type ArticleSort } from './article-desk';
import {
  ARTICLE_KINDS,
  ARTICLE_STATES,
  type Article,
  type ArticleKind,
  type ArticleState,
} from './article.entity';
import { VALIDITIES, type PolicyFacts, type Validity } from './policy-facts';

const given = (_: unknown, value: unknown): boolean => value !== null && value !== undefined;

/** 公文要素. Which of them are needed, and their form, is told by the use case with every fault at once. */
export class PolicyFactsDto {
  @IsOptional()
  @IsString()
  documentNumber?: string;

  @IsOptional()
  @IsString()
  issuedOn?: string;

  @IsOptional()
  @IsString()
  issuer?: string;

  @IsOptional()
  @IsString()
  subjectCategory?: string;

  @IsOptional()
  @IsString()
  genre?: string;

  @IsOptional()
  @IsIn(VALIDITIES)
  validity?: Validity;

  @IsOptional()
  @IsString()
  effectiveOn?: string;

  @IsOptional()
  @IsString()
  expiresOn?: string;

  @ValidateIf(given)
  @IsInt()
  successorArticleId?: number | null;
}

class ArticleTextDto {
  @IsOptional()
  @IsString()
  title?: string;

  @IsOptional()
  @IsString()
  subtitle?: string;

  @IsOptional()
  @IsString()
  summary?: string;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(30)
  @IsString({ each: true })
  keywords?: string[];

  @IsOptional()
  @IsString()
  source?: string;

  @IsOptional()
  @IsString()
  author?: string;

  @IsOptional()
  @IsString()
  body?: string;

  @IsOptional()
  @IsIn(IMPORTANCES)
  importance?: Importance;

  @ValidateIf(given)
  @ValidateNested()
  @Type(() => PolicyFactsDto)
  facts?: PolicyFactsDto | null;

  @ValidateIf(given)
  @IsInt()
  interpretsArticleId?: number | null;

  @ValidateIf(given)
  @IsInt()
  coverAssetId?: number | null;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(30, { message: '附件不超过 30 个' })
  @IsInt({ each: true })
  attachmentIds?: number[];
}

export class DraftArticleDto extends ArticleTextDto {
  @IsInt({ message: '请选择栏目' })
  channelId: number;

  @IsIn(ARTICLE_KINDS, { message: '请选择文章类型' })
  kind: ArticleKind;

  @IsString({ message: '标题必填' })
  declare title: string;

  @IsString({ message: '来源必填' })
  declare source: string;

  @IsString({ message: '正文须为文字' })
  declare body: string;

  /** 同一份草稿重复提交时只存一次. */
  @IsOptional()
  @IsString()
  @MaxLength(64)
  draftKey?: string;
}

export class EditArticleDto extends ArticleTextDto {
  /** Version of the open revision that the person saw; needed when words change. */
  @IsOptional()
  @IsInt({ message: '缺少版本号，请刷新页面后重试' })
  @Min(1)
  version?: number;

  @IsOptional()
  @IsInt()
  channelId?: number;

  @IsOptional()
  @IsBoolean()
  isPinned?: boolean;
}

export class DecideDto {
  /** Version of the words that were read; a newer one is not decided on. */
  @IsOptional()
  @IsInt()
  @Min(1)
  version?: number;
}

export class SendBackDto extends DecideDto {
  @IsString({ message: '退回时须写明理由' })
  reason: string;
}

export class WithdrawDto {
  @IsString({ message: '撤稿时须写明理由' })
  reason: string;
}

export class ScheduleDto {
  /** Null takes the time away; an approved text then goes live at once. */
  @ValidateIf(given)
  @IsISO8601({ strict: true }, { message: '发布时间格式不正确' })
  at: string | null;
}

export class ArticleQuery extends PageQuery {
  /** The channel and everything below it. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  channel?: number;

  @IsOptional()
  @IsIn([...ARTICLE_STATES, ...REVISION_STATES])
  state?: ArticleState | RevisionState;

  @IsOptional()
  @IsIn(ARTICLE_KINDS)
  kind?: ArticleKind;

  /** Words of the title. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;

  /** `updatedAt`, `-publishedAt` … */
  @IsOptional()
  @Transform(({ value }) => String(value))
  @IsIn(ARTICLE_SORTS.flatMap((sort) => [sort, `-${sort}`]))
  sort?: string;

  /** Only articles that the caller began. */
  @IsOptional()
  @Transform(({ value }) => value === 'true' || value === true)
  @IsBoolean()
  mine?: boolean;
}

export function sortOf(text: string | undefined): { sort?: ArticleSort; descending?: boolean } {
  if (!text) return {};
  return { sort: text.replace('-', '') as ArticleSort, descending: text.startsWith('-') };
}

export class ArticleItemView {
  id: number;
  channelId: number;
  channelName: string;
  kind: ArticleKind;
  state: ArticleState;
  reviewState: RevisionState | null;
  title: string;
  source: string;
  importance: Importance;
  authorId: number;
  authorName: string;
  isPinned: boolean;
  publishedAt: string | null;
  revisedAt: string | null;
  scheduledFor: string | null;
  createdAt: string;
  updatedAt: string;
  indexNumber: string | null;
  /** Public address; null while not published. */
  url: string | null;
}

export class AttachedFileView {
  assetId: number;
  name: string;
  url: string;
  format: string;
  bytes: number;
}

export class RevisionView {
  id: number;
  number: number;
  state: RevisionState;
  /** 送审后冻结的审核环节. */
  steps: ReviewStepName[];
  round: number;
  version: number;
  title: string;
  subtitle: string;
  summary: string;
  keywords: string[];
  source: string;
  author: string;
  body: string;
  importance: Importance;
  facts: PolicyFacts | null;
  interpretsArticleId: number | null;
  coverAssetId: number | null;
  coverUrl: string | null;
  coverAlt: string;
  attachments: AttachedFileView[];
  writtenByName: string;
  savedByName: string;
  savedAt: string;
  submittedAt: string | null;
  approvedAt: string | null;
}

export class RemovedPartView {
  what: RemovedPart['what'];
  detail: string;
}

export class ArticleDetailView extends ArticleItemView {
  /** Version to send back with a change: that of the open revision, else of the live one. */
  version: number;
  withdrawnReason: string;
  withdrawnAt: string | null;
  /** The text being worked on; null when there is none. */
  open: RevisionView | null;
  /** The text citizens read; null when there is none. */
  live: RevisionView | null;
  /** What the caller may do now. */
  actions: ArticleAction[];
  /** What cleaning took out of the text just saved. */
  removed: RemovedPartView[];
}

export class RevisionItemView {
  id: number;
  number: number;
  state: RevisionState;
  round: number;
  steps: ReviewStepName[];
  title: string;
  importance: Importance;
  writtenByName: string;
  savedByName: string;
  savedAt: string;
  submittedAt: string | null;
  approvedAt: string | null;
  reviewers: string[];
  version: number;
}

/** Addresses as the console needs them. */
export interface ViewFacts {
  channelName(id: number): string;
  url(article: Article): string | null;
  file(path: string): string;
}

const iso = (instant: Date | null): string | null => instant?.toISOString() ?? null;

export function toArticleItemView(article: Article, facts: ViewFacts): ArticleItemView {
  const { id, channelId, kind, state, reviewState, title, source, importance } = article;
  const { authorId, authorName, isPinned, indexNumber } = article;
  return {
    id,
    channelId,
    channelName: facts.channelName(channelId),
    kind,
    state,
    reviewState,
    title,
    source,
    importance,
    authorId,
    authorName,
    isPinned,
    publishedAt: iso(article.publishedAt),
    revisedAt: iso(article.revisedAt),
    scheduledFor: iso(article.scheduledFor),
    createdAt: article.createdAt.toISOString(),
    updatedAt: article.updatedAt.toISOString(),
    indexNumber,
    url: facts.url(article),
  };
}

export function toArticleDetailView(
  { article, open, live, actions }: ArticleFile,
  facts: ViewFacts,
  removed: readonly RemovedPart[] = [],
): ArticleDetailView {
  return {
    ...toArticleItemView(article, facts),
    version: (open ?? live)?.version ?? 1,
    withdrawnReason: article.withdrawnReason,
    withdrawnAt: iso(article.withdrawnAt),
    open: open && toRevisionView(open, facts),
    live: live && toRevisionView(live, facts),
    actions: [...actions],
    removed: [...removed],
  };
}

function toRevisionView(revision: ArticleRevision, facts: ViewFacts): RevisionView {
  const { id, number, state, steps, round, version, title, subtitle, summary, source, author, body } =
    revision;
  const { importance, interpretsArticleId, coverAssetId, coverAlt, writtenByName, savedByName } = revision;
  return {
    id,
    number,
    state,
    steps: [...steps],
    round,
    version,
    title,
    subtitle,
    summary,
    keywords: revision.keywords.split(';').filter((word) => word !== ''),
    source,
    author,
    body,
    importance,
    facts: revision.facts,
    interpretsArticleId,
    coverAssetId,
    coverUrl: revision.coverPath ? facts.file(revision.coverPath) : null,
    coverAlt,
    attachments: revision.attachments.map((file) => toAttachedFileView(file, facts)),
    writtenByName,
    savedByName,
    savedAt: revision.savedAt.toISOString(),
    submittedAt: iso(revision.submittedAt),
    approvedAt: iso(revision.approvedAt),
  };
}

function toAttachedFileView(
  { assetId, name, path, format, bytes }: AttachedFile,
  facts: ViewFacts,
): AttachedFileView {
  return { assetId, name, url: facts.file(path), format, bytes };
}

type RevisionItem = Pick<
  ArticleRevision,
  | 'id'
  | 'number'
  | 'state'
  | 'round'
  | 'steps'
  | 'title'
  | 'importance'
  | 'writtenByName'
  | 'savedByName'
  | 'savedAt'
  | 'submittedAt'
  | 'approvedAt'
  | 'credits'
  | 'version'
>;

export function toRevisionItemView({ credits, steps, ...revision }: RevisionItem): RevisionItemView {
  return {
    ...revision,
    steps: [...steps],
    savedAt: revision.savedAt.toISOString(),
    submittedAt: iso(revision.submittedAt),
    approvedAt: iso(revision.approvedAt),
    reviewers: [...(credits?.reviewers ?? [])],
  };
}
