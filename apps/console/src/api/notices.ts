import { api, type Query } from './http';
import type { Schemas } from './views';

export type NoticeView = Schemas['NoticeView'];
export type NoticeWayView = Schemas['NoticeWayView'];
export type NoticeWay = NoticeWayView['way'];

export const noticesApi = {
  list: (query: Query) => api.get<Schemas['NoticePageView']>('/notices', query),
  count: () => api.get<Schemas['NoticeCountView']>('/notices/count'),
  /** All of them where no ids are given. */
  read: (ids?: number[]) => api.post<Schemas['NoticeCountView']>('/notices/read', ids ? { ids } : {}),
  ways: () => api.get<Schemas['NoticeWaysView']>('/notices/ways'),
  choose: (ways: Record<string, NoticeWay>) => api.put<Schemas['NoticeWaysView']>('/notices/ways', { ways }),
};
