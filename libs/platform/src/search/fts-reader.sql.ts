/** Behind every row. */
export const LAST_ROW = Number.MAX_SAFE_INTEGER;

/** Newest first, so that reading stops where enough is known. Parameters: match, oldest and newest row, most. */
const newestOf = (table: 'texts' | 'titles'): string =>
  `SELECT rowid FROM ${table} WHERE ${table} MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid DESC LIMIT ?`;
/** One row that holds all rows: handing over thousands of them one by one takes longer than finding them. */
const packed = (rows: string): string => `SELECT json_group_array(rowid) AS packed FROM (${rows})`;
export const NEWEST_TEXTS = packed(newestOf('texts'));
export const NEWEST_TITLES = packed(newestOf('titles'));
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
export const TITLES_MATCHING =
  'SELECT doc.title, doc.siteId, doc.id, doc.path, doc.stamp' +
  ` FROM (${newestOf('titles')}) newest CROSS JOIN doc ON doc.rowid = newest.rowid`;
export const LIKE_TERMS =
  'SELECT DISTINCT term FROM typo WHERE key IN (SELECT value FROM json_each(?)) LIMIT 200';
export const TERMS_AT_SITE =
  'SELECT term, uses FROM site_term WHERE siteId = ? AND term IN (SELECT value FROM json_each(?))';
export const TERMS_IN_NETWORK =
  'SELECT term, uses FROM network_term WHERE networkId = ? AND term IN (SELECT value FROM json_each(?))';
