import { api } from './http';
import type { Schemas } from './views';

export type RegulationLineView = Schemas['RegulationLineView'];
export type BasisView = Schemas['BasisView'];
export type FigureView = Schemas['FigureView'];
export type RegulationView = Schemas['RegulationView'];

export const regulationsApi = {
  list: () => api.get<RegulationLineView[]>('/regulations'),
  get: (code: string) => api.get<RegulationView>(`/regulations/${encodeURIComponent(code)}`),
};
