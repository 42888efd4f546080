import { api, sitePath, type Page, type Query } from './http';
import type { Schemas } from './views';

export type TopicRow = Schemas['TopicItemView'];
export type TopicView = Schemas['TopicDetailView'];
export type TopicSection = Schemas['TopicSectionView'];
export type TopicState = TopicRow['state'];
export type TopicInput = Schemas['DraftTopicDto'];

const at = (site: string, rest = ''): string => sitePath(site, `/topics${rest}`);

export const topicsApi = {
  list: (site: string, query: Query) => api.get<Page<TopicRow>>(at(site), query),
  get: (site: string, id: number) => api.get<TopicView>(at(site, `/${id}`)),
  create: (site: string, body: TopicInput) => api.post<TopicView>(at(site), body),
  save: (site: string, id: number, body: Partial<TopicInput> & { version: number }) =>
    api.patch<TopicView>(at(site, `/${id}`), body),
  remove: (site: string, id: number) => api.remove(at(site, `/${id}`)),
  move: (site: string, id: number, move: string, opinion = '') =>
    api.post<TopicView>(at(site, `/${id}/${move}`), { opinion }),
};
