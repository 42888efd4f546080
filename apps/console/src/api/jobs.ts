import { api, type Page, type Query } from './http';
import type { Schemas } from './views';

export type JobView = Schemas['JobView'];
export type JobState = JobView['state'];
export type JobDetailView = Schemas['JobDetailView'];
export type JobCountsView = Schemas['JobCountsView'];

export const jobsApi = {
  list: (query: Query) => api.get<Page<JobView>>('/jobs', query),
  summary: () => api.get<JobCountsView>('/jobs/summary'),
  get: (id: number) => api.get<JobDetailView>(`/jobs/${id}`),
  retry: (id: number) => api.post<JobDetailView>(`/jobs/${id}/retry`),
  discard: (id: number) => api.post<JobDetailView>(`/jobs/${id}/discard`),
};
