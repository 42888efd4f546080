import type { PatrolProgress } from './patrol.service';

export class PatrolView {
  id: number;
  state: 'running' | 'done';
  startedAt: Date;
  finishedAt: Date | null;
  sitesTotal: number;
  sitesDone: number;
  standing: number;
  appeared: number;
  cleared: number;
}

export class PatrolPageView {
  items: PatrolView[];
  total: number;
  page: number;
  pageSize: number;
}

export function toPatrolView({ run, ...counts }: PatrolProgress): PatrolView {
  return {
    id: run.id,
    state: run.state,
    startedAt: run.startedAt,
    finishedAt: run.finishedAt,
    sitesTotal: run.sitesTotal,
    ...counts,
  };
}
