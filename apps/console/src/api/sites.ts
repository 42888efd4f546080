import { api, sitePath, type Page, type Query } from './http';

export type SiteKind = 'portal' | 'department' | 'township' | 'unit';
export type SiteStatus = 'preparing' | 'online' | 'suspended' | 'closing' | 'closed';

export interface SiteRow {
  id: number;
  key: string;
  name: string;
  shortName: string;
  kind: SiteKind;
  status: SiteStatus;
  host: string;
  prefix: string;
  url: string;
  siteCode: string;
  sponsor: string;
  parentId: number | null;
}
export interface SiteDetail extends SiteRow {
  sponsorId: number | null;
  operatorId: number | null;
  competentAuthorityId: number | null;
  icpNumber: string;
  policeFilingNumber: string;
  contactPhone: string;
  contactAddress: string;
  email: string;
  description: string;
  keywords: string;
  regulation: string;
  themeName: string;
  openedOn: string | null;
  suspendedUntil: string | null;
  closingNoticeOn: string | null;
  /** Life-cycle moves the server would accept now, and why the others are refused. */
  moves: { move: SiteMove; allowed: boolean; reason: string }[];
}
export type SiteMove = 'go-online' | 'suspend' | 'resume' | 'announce-closing' | 'withdraw-closing' | 'close';

export interface SiteBinding {
  id?: number;
  host: string;
  prefix: string;
  isCanonical: boolean;
}
export interface Blueprint {
  code: string;
  name: string;
  description: string;
  kinds: SiteKind[];
  channels: number;
  theme: string;
}
export interface OpenSite {
  blueprint: string;
  key: string;
  name: string;
  shortName: string;
  kind: SiteKind;
  host: string;
  prefix: string;
  parentKey: string;
  sponsorId: number | null;
  operatorId: number | null;
  siteCode: string;
  icpNumber: string;
  policeFilingNumber: string;
}
export interface SettingView {
  key: string;
  label: string;
  help: string;
  type: 'text' | 'number' | 'boolean' | 'choice';
  choices: { value: string; label: string }[];
  value: unknown;
  isLocked: boolean;
  origin: 'default' | 'platform' | 'portal' | 'site';
  originName: string;
}
export interface MemberView {
  id: number;
  accountId: number;
  realName: string;
  username: string;
  organisation: string;
  role: string;
  roleName: string;
  channelIds: number[] | null;
}

export const sitesApi = {
  list: (query: Query) => api.get<Page<SiteRow>>('/sites', query),
  get: (site: string) => api.get<SiteDetail>(sitePath(site)),
  open: (body: OpenSite) => api.post<SiteDetail>('/sites', body),
  edit: (site: string, body: Partial<SiteDetail>) => api.patch<SiteDetail>(sitePath(site), body),
  move: (site: string, move: SiteMove, body: Record<string, unknown>) =>
    api.post<SiteDetail>(sitePath(site, `/${move}`), body),
  bindings: (site: string) => api.get<SiteBinding[]>(sitePath(site, '/bindings')),
  saveBindings: (site: string, bindings: SiteBinding[]) =>
    api.put<SiteBinding[]>(sitePath(site, '/bindings'), { bindings }),
  blueprints: () => api.get<Blueprint[]>('/blueprints'),
  settings: (site: string) => api.get<SettingView[]>(sitePath(site, '/settings')),
  saveSetting: (site: string, key: string, value: unknown, isLocked?: boolean) =>
    api.put<SettingView>(sitePath(site, `/settings/${encodeURIComponent(key)}`), { value, isLocked }),
  members: (site: string) => api.get<Page<MemberView>>(sitePath(site, '/members'), { pageSize: 100 }),
  addMember: (site: string, body: { accountId: number; role: string; channelIds: number[] | null }) =>
    api.post<MemberView>(sitePath(site, '/members'), body),
  removeMember: (site: string, id: number) => api.remove(sitePath(site, `/members/${id}`)),
};
