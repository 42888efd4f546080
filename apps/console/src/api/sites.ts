import { api, sitePath, type Page, type Query } from './http';
import type { Schemas } from './views';

export type SiteBodyView = Schemas['SiteBodyView'];
export type SiteLineView = Schemas['SiteLineView'];
export type SiteView = Schemas['SiteView'];
export type SiteKind = SiteLineView['kind'];
export type SiteStatus = SiteLineView['status'];
export type EditSite = Schemas['EditSiteDto'];
export type OpenSite = Schemas['OpenSiteDto'];
export type BindingInput = Schemas['BindingDto'];
export type BindingView = Schemas['BindingView'];
export type BindingsView = Schemas['BindingsView'];
export type SiteHistoryView = Schemas['SiteHistoryView'];
export type BlueprintView = Schemas['BlueprintView'];
/** A value is of the type its declaration names, which the document cannot say. */
export type SettingView = Omit<Schemas['SettingView'], 'value' | 'defaultValue'> & {
  value: unknown;
  defaultValue: unknown;
};

export const sitesApi = {
  list: (query: Query) => api.get<Page<SiteLineView>>('/sites', query),
  get: (site: string) => api.get<SiteView>(sitePath(site)),
  open: (body: OpenSite) => api.post<Schemas['OpenedSiteView']>('/sites', body),
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
  clearSetting: (site: string, key: string) =>
    api.remove(sitePath(site, `/settings/${encodeURIComponent(key)}`)),
};
