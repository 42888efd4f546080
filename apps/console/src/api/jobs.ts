import { api, type Page, type Query } from './http';

export type JobState = 'waiting' | 'running' | 'done' | 'failed' | 'discarded';
export interface JobView {
  id: number;
  kind: string;
  kindName: string;
  state: JobState;
  site: { key: string; name: string } | null;
  attempts: number;
  runAfter: string;
  createdAt: string;
  finishedAt: string | null;
  lastError: string | null;
  payload: unknown;
}

export const jobsApi = {
  list: (query: Query) => api.get<Page<JobView>>('/jobs', query),
  retry: (id: number) => api.post<JobView>(`/jobs/${id}/retry`),
  discard: (id: number) => api.post<JobView>(`/jobs/${id}/discard`),
};
