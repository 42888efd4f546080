import { api, sitePath, type Page, type Query } from './http';

export interface MemberAccountView {
  id: number;
  username: string;
  realName: string;
  organisationId: number | null;
}
export interface MembershipView {
  id: number;
  account: MemberAccountView;
  site: { id: number; key: string; name: string; kind: string } | null;
  role: string;
  roleName: string;
  channelIds: number[] | null;
  until: string | null;
  grantedAt: string;
}
export interface AccountView {
  id: number;
  username: string;
  realName: string;
  organisationId: number | null;
  phone: string | null;
  email: string | null;
  status: 'invited' | 'active' | 'disabled';
  lockedUntil: string | null;
  isDormant: boolean;
  mustChangePassword: boolean;
  passwordChangedAt: string | null;
  lastSignInAt: string | null;
  createdAt: string;
  memberships: MembershipView[];
}
export interface RoleView {
  code: string;
  name: string;
  description: string;
  scope: 'platform' | 'portal' | 'site';
  takesChannels: boolean;
  rights: { subject: string; actions: string[]; note: string }[];
  conflictsWith: string[];
  mayGrant: string[];
}
export interface IssuedLinkView {
  path: string;
  expiresAt: string;
}
export interface AccountInput {
  username: string;
  realName: string;
  organisationId: number | null;
  phone: string | null;
  email: string | null;
}
export interface GrantInput {
  accountId: number;
  role: string;
  channelIds: number[] | null;
}

export const accountsApi = {
  list: (query: Query) => api.get<Page<AccountView>>('/accounts', query),
  get: (id: number) => api.get<AccountView>(`/accounts/${id}`),
  create: (body: AccountInput) => api.post<{ account: AccountView; link: IssuedLinkView }>('/accounts', body),
  edit: (id: number, body: Partial<AccountInput>) => api.patch<AccountView>(`/accounts/${id}`, body),
  disable: (id: number, reason: string) => api.post<AccountView>(`/accounts/${id}/disable`, { reason }),
  enable: (id: number) => api.post<AccountView>(`/accounts/${id}/enable`),
  unlock: (id: number) => api.post<AccountView>(`/accounts/${id}/unlock`),
  signOut: (id: number) => api.post<void>(`/accounts/${id}/sign-out`),
  resetPassword: (id: number) => api.post<IssuedLinkView>(`/accounts/${id}/reset-password`),
  grant: (body: GrantInput & { site: string | null }) => api.post<MembershipView>('/memberships', body),
  revoke: (id: number) => api.remove(`/memberships/${id}`),
  roles: async () => (await api.get<{ items: RoleView[] }>('/roles')).items,
};

export const membersApi = {
  list: (site: string, query: Query) => api.get<Page<MembershipView>>(sitePath(site, '/members'), query),
  candidates: (site: string, q: string) =>
    api.get<Page<MemberAccountView>>(sitePath(site, '/members/candidates'), { q, pageSize: 20 }),
  add: (site: string, body: GrantInput) => api.post<MembershipView>(sitePath(site, '/members'), body),
  remove: (site: string, id: number) => api.remove(sitePath(site, `/members/${id}`)),
};
