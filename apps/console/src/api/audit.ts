import { api, sitePath, type Page, type Query } from './http';
import type { Schemas } from './views';

export type AuditEntryView = Schemas['AuditEntryView'];
export type ChainVerdictView = Schemas['ChainVerdictView'];

export const auditApi = {
  list: (query: Query) => api.get<Page<AuditEntryView>>('/audit', query),
  ofSite: (site: string, query: Query) => api.get<Page<AuditEntryView>>(sitePath(site, '/audit'), query),
  verify: () => api.get<ChainVerdictView[]>('/audit/verify'),
};
