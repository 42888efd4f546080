import { api, type Page, type Query } from './http';

export interface AuditView {
  id: number;
  at: string;
  accountId: number | null;
  accountName: string;
  site: { key: string; name: string } | null;
  action: string;
  subject: string;
  subjectId: number | null;
  summary: string;
  outcome: 'done' | 'refused';
  address: string;
  traceId: string;
  detail: Record<string, unknown> | null;
  hash: string;
}
export interface AuditProof {
  isIntact: boolean;
  checked: number;
  firstBroken: { id: number; at: string; reason: string } | null;
}

export const auditApi = {
  list: (query: Query) => api.get<Page<AuditView>>('/audit', query),
  verify: (query: Query) => api.get<AuditProof>('/audit/verify', query),
};
