import { api, sitePath, type Page, type Query } from './http';
import type { SiteName } from './views';

export type Light = 'red' | 'amber' | 'green' | 'grey';
export type Severity = 'veto' | 'deduction' | 'warning';
export interface SiteOverviewView {
  site: SiteName;
  kind: string;
  status: string;
  light: Light;
  vetoes: number;
  deductions: number;
  warnings: number;
  running: number;
  overdue: number;
  nextDueOn: string | null;
  workingDaysLeft: number | null;
  visitedAt: string | null;
}
export interface OverviewView {
  items: SiteOverviewView[];
  totals: Record<Light | 'sites', number>;
  isNetwork: boolean;
}
export type FindingState = 'open' | 'dispatched' | 'cleared' | 'dismissed';
export interface FindingView {
  id: number;
  site: SiteName;
  indicator: string;
  severity: Severity;
  title: string;
  url: string;
  evidence: { label: string; value: string }[];
  ruleText: string;
  ruleSource: string;
  state: FindingState;
  firstSeenAt: string;
  lastSeenAt: string;
  clearedAt: string | null;
  dismissedReason: string;
}
export type RectificationState =
  'dispatched' | 'accepted' | 'fixed' | 'returned' | 'verified' | 'closed' | 'cancelled';
export interface RectificationView {
  id: number;
  findingId: number;
  site: SiteName;
  organisationId: number;
  organisationName: string;
  state: RectificationState;
  title: string;
  demand: string;
  workingDays: number;
  dueOn: string;
  workingDaysLeft: number;
  isOverdue: boolean;
  dispatchedAt: string;
  acceptedAt: string | null;
  fixedNote: string | null;
  fixedAt: string | null;
  verifiedAt: string | null;
  returnedReason: string | null;
  extensionReason: string;
  closedAt: string | null;
  moves: string[];
}
export interface PatrolView {
  id: number;
  state: 'running' | 'done';
  startedAt: string;
  finishedAt: string | null;
  sitesTotal: number;
  sitesDone: number;
  standing: number;
  appeared: number;
  cleared: number;
}
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
  dispatch: (
    site: string,
    id: number,
    body: { organisationId: number; workingDays: number; demand: string },
  ) => api.post<RectificationView>(at(site, `findings/${id}/dispatch`), body),
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
