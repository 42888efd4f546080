import { api, sitePath, type Page, type Query } from './http';
import type { Schemas } from './views';

export type MemberAccountView = Schemas['MemberAccountView'];
export type MembershipView = Schemas['MembershipView'];
export type AccountView = Schemas['AccountView'];
export type RoleView = Schemas['RoleView'];
export type IssuedLinkView = Schemas['IssuedLinkView'];
export type GrantInput = Pick<Schemas['NewMemberDto'], 'accountId' | 'role'> & {
  channelIds: number[] | null;
};
export interface AccountInput {
  username: string;
  realName: string;
  organisationId: number | null;
  phone: string | null;
  email: string | null;
}

export const accountsApi = {
  list: (query: Query) => api.get<Page<AccountView>>('/accounts', query),
  get: (id: number) => api.get<AccountView>(`/accounts/${id}`),
  create: (body: AccountInput) => api.post<Schemas['NewAccountView']>('/accounts', body),
  edit: (id: number, body: Partial<AccountInput>) => api.patch<AccountView>(`/accounts/${id}`, body),
  disable: (id: number, reason: string) => api.post<AccountView>(`/accounts/${id}/disable`, { reason }),
  enable: (id: number) => api.post<AccountView>(`/accounts/${id}/enable`),
  unlock: (id: number) => api.post<AccountView>(`/accounts/${id}/unlock`),
  signOut: (id: number) => api.post<void>(`/accounts/${id}/sign-out`),
  resetPassword: (id: number) => api.post<IssuedLinkView>(`/accounts/${id}/reset-password`),
  grant: (body: GrantInput & { site: string | null }) => api.post<MembershipView>('/memberships', body),
  revoke: (id: number) => api.remove(`/memberships/${id}`),
  roles: async () => (await api.get<Schemas['RoleListView']>('/roles')).items,
};

export const membersApi = {
  list: (site: string, query: Query) => api.get<Page<MembershipView>>(sitePath(site, '/members'), query),
  candidates: (site: string, q: string) =>
    api.get<Page<MemberAccountView>>(sitePath(site, '/members/candidates'), { q, pageSize: 20 }),
  add: (site: string, body: GrantInput) => api.post<MembershipView>(sitePath(site, '/members'), body),
  remove: (site: string, id: number) => api.remove(sitePath(site, `/members/${id}`)),
};
