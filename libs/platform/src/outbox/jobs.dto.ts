import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Length, Min } from 'class-validator';
import type { SiteDirectory } from '../http';
import { PageQuery } from '../http';
import { jobState, JOB_STATES, type JobState } from './job-state';
import type { OutboxRow } from './outbox-row.entity';
import { payloadView } from './payload-view';

export class JobQuery extends PageQuery {
  @IsOptional()
  @IsIn(JOB_STATES, { message: '没有这种任务状态' })
  state?: JobState;

  @IsOptional()
  @IsString()
  @Length(1, 120, { message: '任务类型过长' })
  kind?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt({ message: '站点编号须为整数' })
  @Min(1, { message: '站点编号须为正整数' })
  siteId?: number;

  /** Part of the kind or of the last error. */
  @IsOptional()
  @IsString()
  @Length(1, 100, { message: '查找内容须为 1 至 100 字' })
  q?: string;
}

export class JobCountsView {
  waiting: number;
  running: number;
  done: number;
  failed: number;
  discarded: number;
  /** Waiting for more than five minutes after the planned time. */
  overdue: number;
}

export class JobSiteView {
  id: number;
  key: string;
  name: string;
}

export class JobView {
  id: number;
  kind: string;
  site: JobSiteView | null;
  state: JobState;
  attempts: number;
  maxAttempts: number;
  createdAt: string;
  runAfter: string;
  startedAt: string | null;
  finishedAt: string | null;
  lastError: string | null;
  traceId: string;
  /** Account that caused it; null for the platform itself. */
  actorId: number | null;
  canRetry: boolean;
  canDiscard: boolean;
}

export class JobDetailView extends JobView {
  /** Secrets hidden, long parts cut. */
  payload: unknown;
}

export class JobPageView {
  items: JobView[];
  total: number;
  page: number;
  pageSize: number;
}

export function toJobView(row: OutboxRow, directory: SiteDirectory): JobView {
  const site = row.siteId === null ? undefined : directory.byId(row.siteId);
  return {
    id: row.id,
    kind: row.kind,
    site: site ? { id: site.id, key: site.key, name: site.name } : null,
    state: row.state,
    attempts: row.attempts,
    maxAttempts: row.maxAttempts,
    createdAt: row.createdAt.toISOString(),
    runAfter: row.runAfter.toISOString(),
    startedAt: row.startedAt?.toISOString() ?? null,
    finishedAt: row.finishedAt?.toISOString() ?? null,
    lastError: row.lastError,
    traceId: row.traceId,
    actorId: row.actorId,
    canRetry: jobState.allows('retry', row.state),
    canDiscard: jobState.allows('discard', row.state),
  };
}

export function toJobDetailView(row: OutboxRow, directory: SiteDirectory): JobDetailView {
  return { ...toJobView(row, directory), payload: payloadView(row.payload) };
}
