import { api, sitePath, type Page, type Query } from './http';
import type { Schemas } from './views';

export type ChannelChange = Schemas['ChannelChangeView'];
export type ChannelChangeKind = ChannelChange['kind'];
export type ChannelChangeState = ChannelChange['state'];
export type ChannelApplication = Schemas['ApplyChannelChangeDto'];

const at = (site: string, rest = ''): string => sitePath(site, `/channel-changes${rest}`);

export const channelChangesApi = {
  list: (site: string, query: Query) => api.get<Page<ChannelChange>>(at(site), query),
  get: (site: string, id: number) => api.get<ChannelChange>(at(site, `/${id}`)),
  apply: (site: string, body: ChannelApplication) => api.post<ChannelChange>(at(site), body),
  decide: (site: string, id: number, move: string, opinion: string) =>
    api.post<ChannelChange>(at(site, `/${id}/${move}`), { opinion }),
};
