import { api } from './http';

export interface RegulationLineView {
  code: string;
  version: number;
  level: string;
  title: string;
  documentNumber: string | null;
  issuer: string;
  issuedOn: string;
  effectiveOn: string;
  expiresOn: string | null;
  isExpired: boolean;
  basis: string[];
}
export interface BasisView {
  regulation: string;
  title: string;
  document: string;
  article: string;
  text: string;
  status: string;
}
export interface FigureView {
  key: string;
  label: string;
  value: string;
  basis: BasisView;
}
export interface RegulationView extends RegulationLineView {
  articles: { document: string; article: string; text: string }[];
  figures: FigureView[];
  indicators: { id: string; name: string; window: string | null; ruleText: string; enabled: boolean }[];
  versions: { version: number; storedAt: string }[];
}

export const regulationsApi = {
  list: () => api.get<RegulationLineView[]>('/regulations'),
  get: (code: string) => api.get<RegulationView>(`/regulations/${encodeURIComponent(code)}`),
};
