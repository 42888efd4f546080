import type { MongoAbility, RawRuleOf } from '@casl/ability';
import { api, sitePath } from './http';

/** A CASL rule as the server sends it. */
export type Right = RawRuleOf<MongoAbility>;

export interface OwnAccountView {
  id: number;
  username: string;
  realName: string;
  organisationId: number | null;
}
export interface OwnMembershipView {
  site: { id: number; key: string; name: string; kind: string } | null;
  role: string;
  roleName: string;
  channelIds: number[] | null;
  until: string | null;
}
export interface WhoAmIView {
  account: OwnAccountView;
  memberships: OwnMembershipView[];
  /** Rules that hold outside any site. */
  rights: Right[];
  mustChangePassword: boolean;
  passwordExpiresAt: string | null;
}
export interface SignedInView {
  account: OwnAccountView;
  mustChangePassword: boolean;
  previousSignInAt: string | null;
  previousSignInAddress: string | null;
}
export interface OneTimeLinkView {
  username: string;
  realName: string;
  purpose: string;
  expiresAt: string;
}

export const sessionApi = {
  read: () => api.get<WhoAmIView>('/session', {}, { isSignIn: true }),
  signIn: (username: string, password: string) =>
    api.post<SignedInView>('/session', { username, password }, { isSignIn: true }),
  signOut: () => api.remove('/session', { isSignIn: true }),
  signOutEverywhere: () => api.remove('/sessions'),
  changePassword: (current: string, next: string) => api.post<void>('/session/password', { current, next }),
  siteRights: (site: string) => api.get<{ rights: Right[] }>(sitePath(site, '/rights')),
  oneTimeLink: (token: string) =>
    api.get<OneTimeLinkView>(`/one-time-links/${encodeURIComponent(token)}`, {}, { isSignIn: true }),
  useOneTimeLink: (token: string, body: { password: string; realName?: string }) =>
    api.post<OneTimeLinkView>(`/one-time-links/${encodeURIComponent(token)}`, body, { isSignIn: true }),
};
