import { api, sitePath, type Page, type Query } from './http';

export type Light = 'good' | 'warning' | 'bad' | 'unknown';
export type Severity = 'veto' | 'deduction' | 'advice';
export interface SiteStanding {
  site: { id: number; key: string; name: string; kind: string; status: string };
  light: Light;
  veto: number;
  deduction: number;
  advice: number;
  openRectifications: number;
  nextDueOn: string | null;
  workingDaysLeft: number | null;
  lastPatrolAt: string | null;
}
export interface OverviewView {
  sites: SiteStanding[];
  lastRun: PatrolRun | null;
}
export type FindingState = 'open' | 'dispatched' | 'fixed' | 'closed';
export interface FindingView {
  id: number;
  indicator: string;
  indicatorName: string;
  severity: Severity;
  state: FindingState;
  site: { key: string; name: string };
  title: string;
  evidence: { label: string; value: string; url: string | null }[];
  rule: { text: string; source: string; figure: string };
  foundAt: string;
  lastSeenAt: string;
  rectificationId: number | null;
}
export type RectificationState = 'dispatched' | 'accepted' | 'reported' | 'closed' | 'sentBack';
export interface RectificationView {
  id: number;
  finding: { id: number; title: string; indicator: string; severity: Severity };
  site: { key: string; name: string };
  organisation: string;
  demand: string;
  state: RectificationState;
  dueOn: string;
  workingDaysLeft: number;
  dispatchedAt: string;
  dispatchedByName: string;
  fixNote: string;
  extension: { workingDays: number; reason: string; state: 'asked' | 'granted' | 'refused' } | null;
  recheck: { at: string; passed: boolean; note: string } | null;
  trail: { at: string; byName: string; actionName: string; opinion: string }[];
}
export interface PatrolRun {
  id: number;
  startedAt: string;
  finishedAt: string | null;
  startedByName: string;
  sitesTotal: number;
  sitesDone: number;
  findingsNew: number;
  findingsGone: number;
  state: 'running' | 'done' | 'failed';
}
export interface IndicatorView {
  code: string;
  name: string;
  severity: Severity;
  rhythm: 'hourly' | 'daily' | 'weekly';
  isOn: boolean;
  text: string;
  source: string;
  figures: { label: string; value: string; source: string }[];
}

const at = (site: string, rest: string): string => sitePath(site, `/supervision/${rest}`);

export const supervisionApi = {
  overview: (site: string) => api.get<OverviewView>(at(site, 'overview')),
  findings: (site: string, query: Query) => api.get<Page<FindingView>>(at(site, 'findings'), query),
  finding: (site: string, id: number) => api.get<FindingView>(at(site, `findings/${id}`)),
  dispatch: (
    site: string,
    id: number,
    body: { organisationId: number | null; workingDays: number; demand: string },
  ) => api.post<RectificationView>(at(site, `findings/${id}/dispatch`), body),
  rectifications: (site: string, query: Query) =>
    api.get<Page<RectificationView>>(at(site, 'rectifications'), query),
  rectification: (site: string, id: number) => api.get<RectificationView>(at(site, `rectifications/${id}`)),
  moveRectification: (site: string, id: number, move: string, body: Record<string, unknown> = {}) =>
    api.post<RectificationView>(at(site, `rectifications/${id}/${move}`), body),
  startPatrol: (site: string) => api.post<PatrolRun>(at(site, 'patrol')),
  patrols: (site: string, query: Query) => api.get<Page<PatrolRun>>(at(site, 'patrols'), query),
  indicators: (site: string) => api.get<IndicatorView[]>(at(site, 'indicators')),
};
