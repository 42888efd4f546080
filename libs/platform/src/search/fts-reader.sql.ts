/** Newest first, so that reading stops where enough is known. */
const MATCHES =
  'fts CROSS JOIN doc ON doc.rowid = fts.rowid WHERE fts MATCH ? ORDER BY fts.rowid DESC LIMIT ?';
/** One row that holds all rows: handing over thousands of them one by one takes longer than finding them. */
export const MATCHED_FACTS =
  'SELECT json_group_array(json_array(rowid, siteId, channelId, kind, year, validity)) AS packed FROM' +
  ` (SELECT doc.rowid, doc.siteId, doc.channelId, doc.kind, doc.year, doc.validity FROM ${MATCHES})`;
export const MATCHED_ROWS =
  'SELECT json_group_array(rowid) AS packed FROM' +
  ' (SELECT rowid FROM fts WHERE fts MATCH ? ORDER BY rowid DESC LIMIT ?)';
export const CHANNEL_NAMES =
  'SELECT DISTINCT channelId, channelName FROM doc WHERE rowid IN (SELECT value FROM json_each(?))';
export const EXACT_AT_SITE =
  'SELECT rowid FROM doc WHERE siteId = ? AND titleKey = ? ORDER BY rowid DESC LIMIT 50';
export const EXACT_IN_NETWORK =
  'SELECT rowid FROM doc WHERE networkId = ? AND titleKey = ? ORDER BY rowid DESC LIMIT 50';
export const ROWS_TO_SCORE =
  'SELECT doc.rowid, doc.title, doc.titleKey, doc.number, doc.summary, doc.validity, doc.publishedAt,' +
  ' substr(words.body, 1, 1500) AS body, substr(words.files, 1, 800) AS files' +
  ' FROM doc JOIN words ON words.rowid = doc.rowid WHERE doc.rowid IN (SELECT value FROM json_each(?))';
export const ROWS_TO_SHOW =
  'SELECT doc.*, words.body, words.files FROM doc JOIN words ON words.rowid = doc.rowid' +
  ' WHERE doc.rowid IN (SELECT value FROM json_each(?))';
export const DOCUMENTS_WITH = 'SELECT doc AS documents FROM vocabulary WHERE term = ?';
export const TITLES_AT_SITE =
  'SELECT title, siteId, id, path, stamp FROM doc WHERE siteId = ? AND titleKey >= ? AND titleKey < ? ORDER BY titleKey LIMIT ?';
export const TITLES_IN_NETWORK =
  'SELECT title, siteId, id, path, stamp FROM doc WHERE networkId = ? AND titleKey >= ? AND titleKey < ? ORDER BY titleKey LIMIT ?';
export const TITLES_MATCHING = `SELECT doc.title, doc.siteId, doc.id, doc.path, doc.stamp FROM ${MATCHES}`;
export const LIKE_TERMS =
  'SELECT DISTINCT term FROM typo WHERE key IN (SELECT value FROM json_each(?)) LIMIT 200';
export const TERMS_AT_SITE =
  'SELECT term, uses FROM term WHERE siteId = ? AND term IN (SELECT value FROM json_each(?))';
export const TERMS_IN_NETWORK =
  'SELECT term, sum(uses) AS uses FROM term WHERE networkId = ? AND term IN (SELECT value FROM json_each(?)) GROUP BY term';
