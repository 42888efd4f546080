import { api, sitePath, type Page, type Query } from './http';

export interface AuditEntryView {
  id: number;
  seq: number;
  /** Name of the site; null for the platform's own chain. */
  site: string | null;
  at: string;
  accountId: number | null;
  actorName: string;
  address: string | null;
  action: string;
  subject: string;
  subjectId: string | null;
  outcome: 'done' | 'refused';
  summary: string;
  hash: string;
}
export interface ChainVerdictView {
  site: string | null;
  siteName: string;
  isIntact: boolean;
  checked: number;
  brokenAt: number | null;
  fault: string | null;
}

export const auditApi = {
  list: (query: Query) => api.get<Page<AuditEntryView>>('/audit', query),
  ofSite: (site: string, query: Query) => api.get<Page<AuditEntryView>>(sitePath(site, '/audit'), query),
  verify: () => api.get<ChainVerdictView[]>('/audit/verify'),
};
