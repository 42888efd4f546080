import { api, sitePath, type Page, type Query } from './http';

export type SiteKind = 'portal' | 'department' | 'township' | 'unit';
export type SiteStatus = 'preparing' | 'online' | 'suspended' | 'closing' | 'closed';

export interface SiteBodyView {
  id: number;
  name: string;
}
export interface SiteLineView {
  id: number;
  key: string;
  name: string;
  shortName: string;
  kind: SiteKind;
  status: SiteStatus;
  statusName: string;
  portal: string;
  parent: string | null;
  position: number;
  host: string;
  prefix: string;
  url: string;
  siteCode: string;
  sponsor: SiteBodyView | null;
  themeName: string;
  suspendedUntil: string | null;
  closingNoticeOn: string | null;
}
export interface SiteView extends SiteLineView {
  lang: string;
  blueprint: string;
  regulation: string | null;
  effectiveRegulation: string;
  competentAuthority: SiteBodyView | null;
  operator: SiteBodyView | null;
  icpNumber: string;
  policeFilingNumber: string;
  contactPhone: string;
  contactAddress: string;
  email: string;
  description: string;
  keywords: string[];
  exemptionDocument: string;
  openedOn: string | null;
  closingDestination: string;
  closableOn: string | null;
  closedOn: string | null;
  deregistrations: { item: string; name: string; doneOn: string | null; reference: string }[];
  moves: { move: string; name: string }[];
  missing: string[];
}
export interface EditSite {
  name?: string;
  shortName?: string;
  competentAuthorityId?: number | null;
  sponsorId?: number | null;
  operatorId?: number | null;
  siteCode?: string;
  icpNumber?: string;
  policeFilingNumber?: string;
  contactPhone?: string;
  contactAddress?: string;
  email?: string;
  description?: string;
  keywords?: string[];
  exemptionDocument?: string;
  regulation?: string | null;
}
export interface BindingInput {
  host: string;
  prefix: string;
  isCanonical: boolean;
  redirectUntil?: string | null;
}
export interface BindingView extends BindingInput {
  id: number;
}
export interface BindingsView {
  bindings: BindingView[];
  advice: string[];
}
export interface OpenSite extends EditSite {
  blueprint: string;
  key: string;
  name: string;
  parent: string | null;
  bindings: BindingInput[];
}
export interface SiteHistoryView {
  move: string;
  moveName: string;
  from: SiteStatus | null;
  to: SiteStatus;
  reason: string;
  at: string;
  by: string;
}
export interface BlueprintView {
  code: string;
  name: string;
  siteKind: SiteKind;
  description: string;
  theme: string;
  roles: string[];
  channels: { path: string; parentPath: string | null; name: string; kind: string; updateClass: string }[];
}
export interface SettingView {
  key: string;
  label: string;
  type: 'text' | 'longText' | 'boolean' | 'number' | 'choice' | 'day' | 'json';
  help: string;
  choices: { value: string; label: string }[];
  levels: string[];
  value: unknown;
  defaultValue: unknown;
  from: string;
  lockedBy: string | null;
  isOwn: boolean;
  isEditable: boolean;
  isLocked: boolean;
}

export const sitesApi = {
  list: (query: Query) => api.get<Page<SiteLineView>>('/sites', query),
  get: (site: string) => api.get<SiteView>(sitePath(site)),
  open: (body: OpenSite) => api.post<{ site: SiteView; advice: string[] }>('/sites', body),
  edit: (site: string, body: EditSite) => api.patch<SiteView>(sitePath(site), body),
  move: (site: string, route: string, body: Record<string, unknown>) =>
    api.post<SiteView>(sitePath(site, `/${route}`), body),
  history: (site: string) => api.get<SiteHistoryView[]>(sitePath(site, '/history')),
  bindings: (site: string) => api.get<BindingsView>(sitePath(site, '/bindings')),
  saveBindings: (site: string, bindings: BindingInput[]) =>
    api.put<BindingsView>(sitePath(site, '/bindings'), { bindings }),
  blueprints: () => api.get<BlueprintView[]>('/blueprints'),
  settings: (site: string) => api.get<SettingView[]>(sitePath(site, '/settings')),
  saveSetting: (site: string, key: string, value: unknown, lock: boolean) =>
    api.put<SettingView>(sitePath(site, `/settings/${encodeURIComponent(key)}`), { value, lock }),
  clearSetting: (site: string, key: string) => api.remove(sitePath(site, `/settings/${encodeURIComponent(key)}`)),
};
