/** A file of another version is rebuilt, not migrated. */
export const SCHEMA_VERSION = 3;

/**
 * Row numbers grow with the day of publication, so that the newest matches of a word are read first and a
 * common word costs no more than a rare one. `titles` and `texts` hold words and no places of them: lists
 * are as short as they can be, and a title is found without walking through bodies. What a search is
 * narrowed by stands among the words of a row behind a mark. `fact` is narrow, since thousands of it are read.
 *
 * Every word stands there twice: by itself, and marked with the site of its row. The list of a marked word holds
 * that site alone, so a search of one site costs the same however many other sites there are.
 */
export const SCHEMA = `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE doc (
    rowid INTEGER PRIMARY KEY, siteId INTEGER NOT NULL, networkId INTEGER NOT NULL, id INTEGER NOT NULL,
    title TEXT NOT NULL, titleKey TEXT NOT NULL, path TEXT NOT NULL, channelId INTEGER NOT NULL,
    channelName TEXT NOT NULL, kind TEXT NOT NULL, validity TEXT NOT NULL, number TEXT NOT NULL,
    publishedAt INTEGER NOT NULL, stamp TEXT NOT NULL, summary TEXT NOT NULL
  );
  CREATE UNIQUE INDEX UQ_doc ON doc (siteId, id);
  CREATE INDEX IDX_doc_id ON doc (id);
  CREATE INDEX IDX_doc_siteTitle ON doc (siteId, titleKey);
  CREATE INDEX IDX_doc_networkTitle ON doc (networkId, titleKey);
  CREATE TABLE fact (rowid INTEGER PRIMARY KEY, siteId INTEGER NOT NULL, channelId INTEGER NOT NULL,
    kind TEXT NOT NULL, year INTEGER NOT NULL, validity TEXT NOT NULL);
  CREATE TABLE words (rowid INTEGER PRIMARY KEY, lead TEXT NOT NULL, filesLead TEXT NOT NULL,
    rest TEXT NOT NULL, filesRest TEXT NOT NULL);
  CREATE TABLE site_term (siteId INTEGER NOT NULL, term TEXT NOT NULL, uses INTEGER NOT NULL,
    PRIMARY KEY (siteId, term)) WITHOUT ROWID;
  CREATE TABLE network_term (networkId INTEGER NOT NULL, term TEXT NOT NULL, uses INTEGER NOT NULL,
    PRIMARY KEY (networkId, term)) WITHOUT ROWID;
  CREATE TABLE typo (key TEXT NOT NULL, term TEXT NOT NULL, PRIMARY KEY (key, term)) WITHOUT ROWID;
  CREATE VIRTUAL TABLE titles USING fts5(words, content='', contentless_delete=1, detail=none, tokenize='ascii');
  CREATE VIRTUAL TABLE texts USING fts5(words, content='', contentless_delete=1, detail=none, tokenize='ascii');
  CREATE VIRTUAL TABLE vocabulary USING fts5vocab(texts, 'row');
`;

export const FIND_ROW = 'SELECT rowid, networkId, title, stamp FROM doc WHERE siteId = ? AND id = ?';
export const ROW_TAKEN = 'SELECT 1 AS taken FROM doc WHERE rowid = ?';
export const INSERT_DOC =
  'INSERT INTO doc (rowid, siteId, networkId, id, title, titleKey, path, channelId, channelName, kind,' +
  ' validity, number, publishedAt, stamp, summary) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)';
export const INSERT_FACT =
  'INSERT INTO fact (rowid, siteId, channelId, kind, year, validity) VALUES (?,?,?,?,?,?)';
export const INSERT_WORDS = 'INSERT INTO words (rowid, lead, filesLead, rest, filesRest) VALUES (?,?,?,?,?)';
export const INSERT_TITLE = 'INSERT INTO titles (rowid, words) VALUES (?,?)';
export const INSERT_TEXT = 'INSERT INTO texts (rowid, words) VALUES (?,?)';
export const DELETE_ROW = ['doc', 'fact', 'words', 'titles', 'texts'].map(
  (table) => `DELETE FROM ${table} WHERE rowid = ?`,
);
const addTerms = (table: string, place: string): string =>
  `INSERT INTO ${table} (${place}, term, uses) SELECT ?, value, 1 FROM json_each(?) WHERE true` +
  ` ON CONFLICT (${place}, term) DO UPDATE SET uses = uses + 1`;
const dropTerms = (table: string, place: string): string[] => [
  `UPDATE ${table} SET uses = uses - 1 WHERE ${place} = ? AND term IN (SELECT value FROM json_each(?))`,
  `DELETE FROM ${table} WHERE ${place} = ? AND term IN (SELECT value FROM json_each(?)) AND uses <= 0`,
];
export const ADD_SITE_TERMS = addTerms('site_term', 'siteId');
export const ADD_NETWORK_TERMS = addTerms('network_term', 'networkId');
export const DROP_SITE_TERMS = dropTerms('site_term', 'siteId');
export const DROP_NETWORK_TERMS = dropTerms('network_term', 'networkId');
export const NEW_TERMS =
  'SELECT value AS term FROM json_each(?2)' +
  ' WHERE NOT EXISTS (SELECT 1 FROM network_term WHERE networkId = ?1 AND term = value)';
export const ADD_TYPO = 'INSERT OR IGNORE INTO typo (key, term) VALUES (?,?)';
export const ROWS_OF_SITE = 'SELECT rowid, networkId, id, title, stamp FROM doc WHERE siteId = ?';
export const SITES = 'SELECT DISTINCT siteId FROM doc';
export const SITES_OF = 'SELECT id, siteId FROM doc WHERE id IN (SELECT value FROM json_each(?))';
/** Counting a million rows takes longer than a search: their number is kept. */
export const COUNT = "SELECT value AS total FROM meta WHERE key = 'documents'";
export const ADD_TO_COUNT =
  "INSERT INTO meta (key, value) VALUES ('documents', ?1) ON CONFLICT (key) DO UPDATE SET value = value + ?1";
export const SET_META =
  'INSERT INTO meta (key, value) VALUES (?,?) ON CONFLICT (key) DO UPDATE SET value = excluded.value';
export const GET_META = 'SELECT value FROM meta WHERE key = ?';
