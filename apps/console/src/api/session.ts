import type { MongoAbility, RawRuleOf } from '@casl/ability';
import { api, sitePath } from './http';

/** A CASL rule as the server sends it. */
export type Right = RawRuleOf<MongoAbility>;

export interface SessionAccount {
  id: number;
  username: string;
  realName: string;
  organisation: string;
}
export interface SessionMembership {
  site: { key: string; name: string; kind: string } | null;
  role: string;
  roleName: string;
}
export interface SessionView {
  account: SessionAccount;
  memberships: SessionMembership[];
  /** Rules that hold outside any site. */
  rights: Right[];
  mustChangePassword: boolean;
}
export interface OneTimeLinkView {
  username: string;
  realName: string;
  expiresAt: string;
}

export const sessionApi = {
  read: () => api.get<SessionView>('/session', {}, { isSignIn: true }),
  signIn: (username: string, password: string) =>
    api.post<{ account: SessionAccount; mustChangePassword: boolean }>(
      '/session',
      { username, password },
      { isSignIn: true },
    ),
  signOut: () => api.remove('/session', { isSignIn: true }),
  signOutEverywhere: () => api.remove('/sessions'),
  changePassword: (current: string, next: string) => api.post<void>('/session/password', { current, next }),
  siteRights: (site: string) => api.get<{ rights: Right[] }>(sitePath(site, '/rights')),
  oneTimeLink: (token: string) =>
    api.get<OneTimeLinkView>(`/one-time-links/${encodeURIComponent(token)}`, {}, { isSignIn: true }),
  useOneTimeLink: (token: string, password: string) =>
    api.post<void>(`/one-time-links/${encodeURIComponent(token)}`, { password }, { isSignIn: true }),
};
