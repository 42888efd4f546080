import { api } from './http';

export interface RegulationRow {
  code: string;
  name: string;
  version: string;
  issuer: string;
  documentNumber: string;
  effectiveOn: string;
  usedBy: string[];
}
export interface RegulationView extends RegulationRow {
  summary: string;
  figures: { group: string; label: string; value: string; source: string; overrides: string | null }[];
  articles: { number: string; text: string }[];
}

export const regulationsApi = {
  list: () => api.get<RegulationRow[]>('/regulations'),
  get: (code: string) => api.get<RegulationView>(`/regulations/${encodeURIComponent(code)}`),
};
