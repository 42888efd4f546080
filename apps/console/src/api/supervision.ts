import { api, sitePath, type Page, type Query } from './http';
import type { Schemas } from './views';

export type SiteOverviewView = Schemas['SiteOverviewView'];
export type Light = SiteOverviewView['light'];
export type OverviewView = Schemas['OverviewView'];
export type FindingView = Schemas['FindingView'];
export type FindingState = FindingView['state'];
export type Severity = FindingView['severity'];
export type RectificationView = Schemas['RectificationView'];
export type RectificationState = RectificationView['state'];
export type PatrolView = Schemas['PatrolView'];
export interface IndicatorView {
  code: string;
  name: string;
  part: string;
  ruleText: string;
  source: string;
  status: string;
  window: string | null;
  threshold: number;
  points: number;
  isEnabled: boolean;
  isAutomatic: boolean;
}

const at = (site: string, rest: string): string => sitePath(site, `/supervision/${rest}`);

export const supervisionApi = {
  overview: (site: string) => api.get<OverviewView>(at(site, 'overview')),
  findings: (site: string, query: Query) => api.get<Page<FindingView>>(at(site, 'findings'), query),
  finding: (site: string, id: number) => api.get<FindingView>(at(site, `findings/${id}`)),
  dispatch: (site: string, id: number, body: Schemas['DispatchDto']) =>
    api.post<RectificationView>(at(site, `findings/${id}/dispatch`), body),
  dismiss: (site: string, id: number, reason: string) =>
    api.post<FindingView>(at(site, `findings/${id}/dismiss`), { reason }),
  rectifications: (site: string, query: Query) =>
    api.get<Page<RectificationView>>(at(site, 'rectifications'), query),
  rectification: (site: string, id: number) => api.get<RectificationView>(at(site, `rectifications/${id}`)),
  moveRectification: (site: string, id: number, move: string, body: Record<string, unknown> = {}) =>
    api.post<RectificationView>(at(site, `rectifications/${id}/${move}`), body),
  startPatrol: (site: string) => api.post<PatrolView>(at(site, 'patrol')),
  patrols: (site: string, query: Query) => api.get<Page<PatrolView>>(at(site, 'patrols'), query),
  indicators: (site: string) => api.get<IndicatorView[]>(at(site, 'indicators')),
};
