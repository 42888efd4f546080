import { api, sitePath, type Page, type Query } from './http';
import type { Schemas } from './views';

export type SearchedWordView = Schemas['SearchedWordView'];
export type SearchEntryView = Schemas['SearchEntryView'];
export type SearchEntryKind = SearchEntryView['kind'];
export type SearchIndexView = Schemas['SearchIndexView'];

export const searchApi = {
  words: (site: string, query: Query) =>
    api.get<Page<SearchedWordView>>(sitePath(site, '/search-words'), query),
  /** Address of the Excel file: the browser saves it. */
  wordsFile: (site: string, asked: { from: string; to: string; results: string }) =>
    `/api${sitePath(site, '/search-words/export')}?${new URLSearchParams(asked)}`,
  entries: (site: string, query: Query) =>
    api.get<Page<SearchEntryView>>(sitePath(site, '/search-entries'), query),
  add: (site: string, kind: SearchEntryKind, text: string) =>
    api.post<SearchEntryView>(sitePath(site, '/search-entries'), { kind, text }),
  remove: (site: string, id: number) => api.remove(sitePath(site, `/search-entries/${id}`)),
  index: () => api.get<SearchIndexView>('/search-index'),
  rebuild: () => api.post<SearchIndexView>('/search-index/rebuild', {}),
};
