import type { MongoAbility, RawRuleOf } from '@casl/ability';
import { api, sitePath } from './http';
import type { Schemas } from './views';

/** A CASL rule as the server sends it. */
export type Right = RawRuleOf<MongoAbility>;

export type OwnAccountView = Schemas['OwnAccountView'];
export type OwnMembershipView = Schemas['OwnMembershipView'];
export type WhoAmIView = Schemas['WhoAmIView'];
export type SignedInView = Schemas['SignedInView'];
export type OneTimeLinkView = Schemas['OneTimeLinkView'];

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
