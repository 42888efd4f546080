import { api, sitePath, type Page, type Query } from './http';
import type { Schemas } from './views';

export type NetworkNoticeView = Schemas['NetworkNoticeView'];
export type NoticeReachView = Schemas['NoticeReachView'];
export type NoticeKind = NetworkNoticeView['kind'];
export type NoticeScope = NetworkNoticeView['scope'];
export type NoticePlace = Schemas['NoticePlaceDto'];
export type NoticeInput = Omit<Schemas['PutUpNoticeDto'], 'kind'>;

/** At the portal of that key, or on the whole platform when it is empty. */
const at = (site: string, rest = ''): string =>
  site === '' ? `/network-notices${rest}` : sitePath(site, `/network-notices${rest}`);

export const networkNoticesApi = {
  list: (site: string, query: Query) => api.get<Page<NetworkNoticeView>>(at(site), query),
  reach: (site: string, place: NoticePlace) => api.post<NoticeReachView>(at(site, '/reach'), place),
  putUp: (site: string, kind: NoticeKind, body: NoticeInput) =>
    api.post<NetworkNoticeView>(at(site), { ...body, kind }),
  edit: (site: string, id: number, version: number, body: NoticeInput) =>
    api.patch<NetworkNoticeView>(at(site, `/${id}`), { ...body, version }),
  takeDown: (site: string, id: number, version: number) =>
    api.post<NetworkNoticeView>(at(site, `/${id}/take-down`), { version }),
};
