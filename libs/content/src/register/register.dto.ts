import { PageQuery } from '@zhanqun/platform';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { daysFrom } from '../article/article.dto';
import type { RegisterFilter, RegisterLine } from './register.service';

/** Months and days that no calendar has are no days; the 30th of February is read as the 2nd of March. */
const DAY = /^(?:19|20)\d{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;

export class RegisterQuery extends PageQuery {
  /** First day, `2026-03-01`. */
  @IsOptional()
  @Matches(DAY, { message: '起始日期格式不正确' })
  from?: string;

  /** Last day, included. */
  @IsOptional()
  @Matches(DAY, { message: '截止日期格式不正确' })
  to?: string;

  /** The channel and everything below it. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  channel?: number;

  @IsOptional()
  @IsString()
  @MaxLength(30)
  kind?: string;
}

export class RegisterExportQuery extends RegisterQuery {
  @IsOptional()
  @IsIn(['xlsx', 'csv'])
  format?: 'xlsx' | 'csv';
}

export class RegisterReviewView {
  step: string;
  byName: string;
  at: string | null;
}

export class RegisterLineView {
  id: number;
  articleId: number;
  title: string;
  kindName: string;
  channelName: string;
  source: string;
  writtenByName: string;
  savedByName: string;
  reviews: RegisterReviewView[];
  publishedByName: string;
  at: string;
  isFirst: boolean;
  state: string;
  url: string;
  remark: string;
}

export class RegisterPageView {
  items: RegisterLineView[];
  total: number;
  page: number;
  pageSize: number;
}

export function filterOf({ from, to, channel, kind }: RegisterQuery): RegisterFilter {
  const days = { ...(from ? { from } : {}), ...(to ? { to } : {}) };
  return { ...daysFrom(days), channelId: channel, kind };
}

export function toRegisterLineView({ at, reviews, ...line }: RegisterLine): RegisterLineView {
  return {
    ...line,
    at: at.toISOString(),
    reviews: reviews.map((review) => ({ ...review, at: review.at?.toISOString() ?? null })),
  };
}
