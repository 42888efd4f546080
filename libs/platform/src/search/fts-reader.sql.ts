import { LAST_ROW } from './site-row';

/**
 * Newest first, so that reading stops where enough is known; one row that holds all of them, since handing over
 * thousands one by one takes longer than finding them. Parameters: match, oldest and newest row, most.
 */
const newestOf = (list: 'texts' | 'titles' | 'site_texts' | 'site_titles'): string =>
  `SELECT json_group_array(row) AS packed FROM (SELECT rowid & ${LAST_ROW} AS row FROM ${list}` +
  ` WHERE ${list} MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid DESC LIMIT ?)`;
/** Of all networks, and of one site, whose rows lie together. */
export const NEWEST = { texts: newestOf('texts'), titles: newestOf('titles') } as const;
export const NEWEST_AT_SITE = { texts: newestOf('site_texts'), titles: newestOf('site_titles') } as const;
export const FACTS =
  'SELECT json_group_array(json_array(fact.rowid, siteId, channelId, kind, year, validity)) AS packed' +
  ' FROM json_each(?) CROSS JOIN fact ON fact.rowid = value';
export const CHANNEL_NAMES =
  'SELECT DISTINCT channelId, channelName FROM doc WHERE rowid IN (SELECT value FROM json_each(?))';
export const EXACT_AT_SITE =
  'SELECT rowid FROM doc WHERE siteId = ? AND titleKey = ? ORDER BY rowid DESC LIMIT 50';
export const EXACT_IN_NETWORK =
  'SELECT rowid FROM doc WHERE networkId = ? AND titleKey = ? ORDER BY rowid DESC LIMIT 50';
export const ROWS_TO_SCORE =
  'SELECT doc.rowid, doc.title, doc.titleKey, doc.number, doc.summary, doc.validity, doc.publishedAt,' +
  ' words.lead AS body, words.filesLead AS files' +
  ' FROM doc JOIN words ON words.rowid = doc.rowid WHERE doc.rowid IN (SELECT value FROM json_each(?))';
export const ROWS_TO_SHOW =
  'SELECT doc.*, words.lead || words.rest AS body, words.filesLead || words.filesRest AS files' +
  ' FROM doc JOIN words ON words.rowid = doc.rowid WHERE doc.rowid IN (SELECT value FROM json_each(?))';
/** Walks the whole list of the word: for rare ones alone. */
export const DOCUMENTS_WITH = 'SELECT doc AS documents FROM vocabulary WHERE term = ?';
/** How many documents are as new as the oldest of the newest matches. */
export const DOCUMENTS_SINCE =
  'SELECT count(*) AS documents FROM (SELECT 1 FROM fact WHERE rowid >= ? LIMIT ?)';
export const ROW_BEHIND = 'SELECT rowid FROM fact ORDER BY rowid DESC LIMIT 1 OFFSET ?';
export const OTHER_NETWORK = 'SELECT 1 AS found FROM doc WHERE networkId < ?1 OR networkId > ?1 LIMIT 1';
export const TITLES_AT_SITE =
  'SELECT title, siteId, id, path, stamp FROM doc WHERE siteId = ? AND titleKey >= ? AND titleKey < ? ORDER BY titleKey LIMIT ?';
export const TITLES_IN_NETWORK =
  'SELECT title, siteId, id, path, stamp FROM doc WHERE networkId = ? AND titleKey >= ? AND titleKey < ? ORDER BY titleKey LIMIT ?';
export const TITLES_OF =
  'SELECT doc.title, doc.siteId, doc.id, doc.path, doc.stamp' +
  ' FROM json_each(?) CROSS JOIN doc ON doc.rowid = value ORDER BY doc.rowid DESC';
export const LIKE_TERMS =
  'SELECT DISTINCT term FROM typo WHERE key IN (SELECT value FROM json_each(?)) LIMIT 200';
export const TERMS_AT_SITE =
  'SELECT term, uses FROM site_term WHERE siteId = ? AND term IN (SELECT value FROM json_each(?))';
export const TERMS_IN_NETWORK =
  'SELECT term, uses FROM network_term WHERE networkId = ? AND term IN (SELECT value FROM json_each(?))';
