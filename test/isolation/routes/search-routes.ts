import { daysAsked, officers, type Trial } from './trial';

/** 搜索. */
export const SEARCH_ROUTES: Readonly<Record<string, Trial>> = {
  'GET /sites/:site/search-words': { door: 'site', body: () => daysAsked },
  'GET /sites/:site/search-words/export': { door: 'site', body: () => daysAsked },
  'GET /sites/:site/search-entries': { door: 'site', body: () => ({ kind: 'word' }) },
  'POST /sites/:site/search-entries': { door: 'site', body: () => ({ kind: 'word', text: '本站词语' }) },
  'DELETE /sites/:site/search-entries/:id': { door: 'site', id: 'searchEntry' },
  'GET /search-index': officers(),
  'POST /search-index/rebuild': officers({}),
};
