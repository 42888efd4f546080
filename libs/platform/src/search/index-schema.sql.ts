/** A file of another version is rebuilt, not migrated. */
export const SCHEMA_VERSION = 1;

/**
 * Row numbers grow with the day of publication, so that the newest matches of a word are read first and a
 * common word costs no more than a rare one. `scope` holds what a search is narrowed by, as words.
 */
export const SCHEMA = `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE doc (
    rowid INTEGER PRIMARY KEY, siteId INTEGER NOT NULL, networkId INTEGER NOT NULL, id INTEGER NOT NULL,
    title TEXT NOT NULL, titleKey TEXT NOT NULL, path TEXT NOT NULL, channelId INTEGER NOT NULL,
    channelName TEXT NOT NULL, kind TEXT NOT NULL, year INTEGER NOT NULL, validity TEXT NOT NULL,
    number TEXT NOT NULL, publishedAt INTEGER NOT NULL, stamp TEXT NOT NULL, summary TEXT NOT NULL
  );
  CREATE UNIQUE INDEX UQ_doc ON doc (siteId, id);
  CREATE INDEX IDX_doc_id ON doc (id);
  CREATE INDEX IDX_doc_siteTitle ON doc (siteId, titleKey);
  CREATE INDEX IDX_doc_networkTitle ON doc (networkId, titleKey);
  CREATE TABLE words (rowid INTEGER PRIMARY KEY, body TEXT NOT NULL, files TEXT NOT NULL);
  CREATE TABLE term (siteId INTEGER NOT NULL, networkId INTEGER NOT NULL, term TEXT NOT NULL, uses INTEGER NOT NULL,
    PRIMARY KEY (siteId, term)) WITHOUT ROWID;
  CREATE INDEX IDX_term_network ON term (networkId, term);
  CREATE TABLE typo (key TEXT NOT NULL, term TEXT NOT NULL, PRIMARY KEY (key, term)) WITHOUT ROWID;
  CREATE VIRTUAL TABLE fts USING fts5(title, number, summary, body, files, grams, scope,
    content='', contentless_delete=1, tokenize='ascii');
  CREATE VIRTUAL TABLE vocabulary USING fts5vocab(fts, 'row');
`;

export const FIND_ROW = 'SELECT rowid, title, stamp FROM doc WHERE siteId = ? AND id = ?';
export const ROW_TAKEN = 'SELECT 1 AS taken FROM doc WHERE rowid = ?';
export const INSERT_DOC =
  'INSERT INTO doc (rowid, siteId, networkId, id, title, titleKey, path, channelId, channelName, kind, year,' +
  ' validity, number, publishedAt, stamp, summary) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)';
export const INSERT_WORDS = 'INSERT INTO words (rowid, body, files) VALUES (?,?,?)';
export const INSERT_FTS =
  'INSERT INTO fts (rowid, title, number, summary, body, files, grams, scope) VALUES (?,?,?,?,?,?,?,?)';
export const DELETE_DOC = 'DELETE FROM doc WHERE rowid = ?';
export const DELETE_WORDS = 'DELETE FROM words WHERE rowid = ?';
export const DELETE_FTS = 'DELETE FROM fts WHERE rowid = ?';
export const ADD_TERM =
  'INSERT INTO term (siteId, networkId, term, uses) VALUES (?,?,?,1)' +
  ' ON CONFLICT (siteId, term) DO UPDATE SET uses = uses + 1, networkId = excluded.networkId';
export const DROP_TERM = 'UPDATE term SET uses = uses - 1 WHERE siteId = ? AND term = ?';
export const CLEAR_TERM = 'DELETE FROM term WHERE siteId = ? AND term = ? AND uses <= 0';
export const ADD_TYPO = 'INSERT OR IGNORE INTO typo (key, term) VALUES (?,?)';
export const ROWS_OF_SITE = 'SELECT rowid, id, title, stamp FROM doc WHERE siteId = ?';
export const SITES = 'SELECT DISTINCT siteId FROM doc';
export const SITES_OF = 'SELECT id, siteId FROM doc WHERE id IN (SELECT value FROM json_each(?))';
export const COUNT = 'SELECT count(*) AS total FROM doc';
export const SET_META =
  'INSERT INTO meta (key, value) VALUES (?,?) ON CONFLICT (key) DO UPDATE SET value = excluded.value';
export const GET_META = 'SELECT value FROM meta WHERE key = ?';
