import { api, type Page, type Query } from './http';

export interface AccountView {
  id: number;
  username: string;
  realName: string;
  organisationId: number | null;
  organisation: string;
  phone: string;
  email: string;
  status: 'active' | 'disabled';
  lockedUntil: string | null;
  mustChangePassword: boolean;
  lastSignInAt: string | null;
  memberships: MembershipView[];
}
export interface MembershipView {
  id: number;
  site: { key: string; name: string } | null;
  role: string;
  roleName: string;
  channelIds: number[] | null;
  channelNames: string[];
}
export interface RoleView {
  code: string;
  name: string;
  description: string;
  scope: 'platform' | 'site';
  rights: { subject: string; actions: string[]; note: string }[];
  conflictsWith: string[];
}
export interface IssuedLink {
  url: string;
  expiresAt: string;
}
export type AccountInput = Pick<AccountView, 'username' | 'realName' | 'organisationId' | 'phone' | 'email'>;

export const accountsApi = {
  list: (query: Query) => api.get<Page<AccountView>>('/accounts', query),
  get: (id: number) => api.get<AccountView>(`/accounts/${id}`),
  create: (body: AccountInput) => api.post<{ account: AccountView; link: IssuedLink }>('/accounts', body),
  edit: (id: number, body: Partial<AccountInput>) => api.patch<AccountView>(`/accounts/${id}`, body),
  lock: (id: number) => api.post<AccountView>(`/accounts/${id}/lock`),
  unlock: (id: number) => api.post<AccountView>(`/accounts/${id}/unlock`),
  signOut: (id: number) => api.post<void>(`/accounts/${id}/sign-out`),
  resetPassword: (id: number) => api.post<IssuedLink>(`/accounts/${id}/reset-password`),
  grant: (body: { accountId: number; site: string | null; role: string; channelIds: number[] | null }) =>
    api.post<MembershipView>('/memberships', body),
  revoke: (id: number) => api.remove(`/memberships/${id}`),
  roles: () => api.get<RoleView[]>('/roles'),
};
