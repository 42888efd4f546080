import { IsIn, IsOptional, Matches, MaxLength } from 'class-validator';
import { PageQuery } from '@zhanqun/platform';
import type { VisitScope } from '../visit/visit-total.entity';
import { TREND_UNITS, type TrendUnit } from './visit-trend';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export class VisitDaysQuery {
  /** First day. */
  @Matches(DAY, { message: '开始日期须形如 2026-01-31' })
  from: string;

  /** Last day. */
  @Matches(DAY, { message: '结束日期须形如 2026-01-31' })
  to: string;
}

export class VisitQuery extends VisitDaysQuery {
  @IsOptional()
  @IsIn(['site', 'network'], { message: '统计范围须为本站或全网' })
  scope: VisitScope = 'site';

  @IsOptional()
  @IsIn(TREND_UNITS, { message: '趋势须按小时、日或月' })
  unit: TrendUnit = 'day';
}

export class VisitListQuery extends PageQuery {
  @Matches(DAY, { message: '开始日期须形如 2026-01-31' })
  from: string;

  @Matches(DAY, { message: '结束日期须形如 2026-01-31' })
  to: string;

  /** Part of a title. */
  @IsOptional()
  @MaxLength(100, { message: '查找的标题至多 100 字' })
  q: string = '';
}

export const VISIT_TABLES = ['trend', 'kinds', 'channels', 'articles', 'sites'] as const;
export type VisitTable = (typeof VISIT_TABLES)[number];

export class VisitFileQuery extends VisitQuery {
  @IsIn(VISIT_TABLES, { message: '没有这种统计表' })
  table: VisitTable;

  @IsOptional()
  @IsIn(['xlsx', 'csv'], { message: '文件格式须为 xlsx 或 csv' })
  format: 'xlsx' | 'csv' = 'xlsx';
}
