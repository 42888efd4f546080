import { IsIn, IsOptional, Matches } from 'class-validator';
import { MEASURE_LABELS, WORK_GROUPS, WORK_MEASURES, type WorkGroup } from './work-fact';
import type { WorkReport } from './work-statistics.service';
import type { WorkAmounts } from './work-summary';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export class DaysQuery {
  /** First day. */
  @Matches(DAY, { message: '开始日期须形如 2026-01-31' })
  from: string;

  /** Last day. */
  @Matches(DAY, { message: '结束日期须形如 2026-01-31' })
  to: string;
}

export class WorkQuery extends DaysQuery {
  @IsIn(WORK_GROUPS, { message: '没有这种统计口径' })
  by: WorkGroup;

  @IsOptional()
  @IsIn(['site', 'network'], { message: '统计范围须为本站或全网' })
  scope: 'site' | 'network' = 'site';
}

export class WorkAmountsView {
  written: number;
  words: number;
  published: number;
  reviewed: number;
  returned: number;
  sentBack: number;
  submitted: number;
  adopted: number;
  viewed: number;
}

export class WorkMeasureView {
  key: string;
  label: string;
}

export class WorkLineView {
  key: string;
  label: string;
  amounts: WorkAmountsView;
}

export class WorkReportView {
  measures: WorkMeasureView[];
  lines: WorkLineView[];
  total: WorkAmountsView;
}

export function toWorkReportView({ lines, total }: WorkReport): WorkReportView {
  return {
    measures: WORK_MEASURES.map((key) => ({ key, label: MEASURE_LABELS[key] })),
    lines: lines.map(({ key, label, amounts }) => ({ key, label, amounts: { ...amounts } })),
    total: { ...total } satisfies WorkAmounts,
  };
}
