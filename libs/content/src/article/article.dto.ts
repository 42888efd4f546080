import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { IsInstant, MayBeNull, MayLack, MustHave, PageQuery } from '@zhanqun/platform';
import { IMPORTANCES, REVISION_STATES, type Importance, type RevisionState } from '../review/review';
import { ARTICLE_SORTS, type ArticleSort } from './article-desk';
import { ARTICLE_STATES, type ArticleKind, type ArticleState } from './article.entity';
import { VALIDITIES, type Validity } from './policy-facts';

/** Months and days that no calendar has are no days; the 30th of February is read as the 2nd of March. */
const DAY = /^(?:19|20)\d{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;

/** 公文要素. Which of them are needed, and their form, is told by the use case with every fault at once. */
export class PolicyFactsDto {
  @IsOptional()
  @IsString()
  documentNumber?: string;

  @MayBeNull()
  @IsString()
  issuedOn?: string | null;

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

  @MayBeNull()
  @IsString()
  effectiveOn?: string | null;

  @MayBeNull()
  @IsString()
  amendedOn?: string | null;

  @MayBeNull()
  @IsString()
  expiresOn?: string | null;

  /** Shown, never taken: the platform gives it at first publication. */
  @IsOptional()
  @IsString()
  indexNumber?: string;

  @MayBeNull()
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

  /** 要素 by the fields of the kind; files and articles by id, or as they came. What is wrong is told by the use case. */
  @MayBeNull()
  @IsObject()
  facts?: Record<string, unknown> | null;

  /** The facts of a policy document under their older name; `facts` goes before it. */
  @MayBeNull()
  @ValidateNested()
  @Type(() => PolicyFactsDto)
  policy?: PolicyFactsDto | null;

  @MayBeNull()
  @IsInt()
  interpretsArticleId?: number | null;

  @MayBeNull()
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

  @IsString({ message: '请选择文章类型' })
  @MaxLength(20, { message: '请选择文章类型' })
  kind: ArticleKind;

  @MustHave()
  @IsString({ message: '标题必填' })
  declare title: string;

  @MustHave()
  @IsString({ message: '来源必填' })
  declare source: string;

  @MustHave()
  @IsString({ message: '正文须为文字' })
  declare body: string;

  /** 同一份草稿重复提交时只存一次. */
  @IsOptional()
  @IsString()
  @MaxLength(64)
  draftKey?: string;

  @IsOptional()
  @IsBoolean()
  isPinned?: boolean;
}

export class EditArticleDto extends ArticleTextDto {
  /** Version of the open revision that the person saw; needed when words change. */
  @MayLack()
  @IsInt({ message: '缺少版本号，请刷新页面后重试' })
  @Min(1)
  version?: number;

  @IsOptional()
  @IsInt()
  channelId?: number;

  @IsOptional()
  @IsBoolean()
  isPinned?: boolean;

  @IsOptional()
  @IsString()
  @MaxLength(20)
  kind?: ArticleKind;
}

export class DecideDto {
  /** Version of the words that were read; a newer one is not decided on. */
  @MayLack()
  @IsInt()
  @Min(1)
  version?: number;
}

export class SendBackDto extends DecideDto {
  @IsString({ message: '退回时须写明理由' })
  reason: string;
}

export class ScheduleDto {
  /** Null takes the time away; an approved text then goes live at once. */
  @MayBeNull()
  @IsInstant({ message: '发布时间格式不正确' })
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
  @IsString()
  @MaxLength(20)
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

  /** `me`: only articles that the caller began. */
  @IsOptional()
  @IsIn(['me'])
  author?: 'me';

  /** Part of the name of who began it. */
  @IsOptional()
  @IsString()
  @MaxLength(50)
  authorName?: string;

  /** First day of the last change, `2026-03-01`. */
  @IsOptional()
  @Matches(DAY, { message: '起始日期格式不正确' })
  from?: string;

  /** Last day of the last change, included. */
  @IsOptional()
  @Matches(DAY, { message: '截止日期格式不正确' })
  to?: string;
}

/** The text of a request as the use cases take it. */
export function textFrom<T extends ArticleTextDto>({ policy, ...text }: T): Omit<T, 'policy'> {
  return policy === undefined || text.facts !== undefined
    ? text
    : { ...text, facts: policy === null ? null : { ...policy } };
}

/** Days as Shanghai counts them; the last one included. */
export function daysFrom({ from, to }: { from?: string; to?: string }): { from?: Date; to?: Date } {
  const start = (day: string): Date => new Date(`${day}T00:00:00+08:00`);
  return {
    ...(from ? { from: start(from) } : {}),
    ...(to ? { to: new Date(start(to).getTime() + 86_400_000) } : {}),
  };
}

export function sortOf(text: string | undefined): { sort?: ArticleSort; descending?: boolean } {
  if (!text) return {};
  return { sort: text.replace('-', '') as ArticleSort, descending: text.startsWith('-') };
}
