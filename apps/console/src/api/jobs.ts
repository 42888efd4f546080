import { api, type Page, type Query } from './http';
import type { SiteName } from './views';

export type JobState = 'waiting' | 'running' | 'done' | 'failed' | 'discarded';
export interface JobView {
  id: number;
  kind: string;
  site: SiteName | null;
  state: JobState;
  attempts: number;
  maxAttempts: number;
  createdAt: string;
  runAfter: string;
  startedAt: string | null;
  finishedAt: string | null;
  lastError: string | null;
  traceId: string;
  actorId: number | null;
  canRetry: boolean;
  canDiscard: boolean;
}
export interface JobDetailView extends JobView {
  payload: unknown;
}
export interface JobCountsView extends Record<JobState, number> {
  overdue: number;
}

export const jobsApi = {
  list: (query: Query) => api.get<Page<JobView>>('/jobs', query),
  summary: () => api.get<JobCountsView>('/jobs/summary'),
  get: (id: number) => api.get<JobDetailView>(`/jobs/${id}`),
  retry: (id: number) => api.post<JobDetailView>(`/jobs/${id}/retry`),
  discard: (id: number) => api.post<JobDetailView>(`/jobs/${id}/discard`),
};
