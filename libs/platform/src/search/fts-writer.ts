import { shanghaiDay } from '@zhanqun/kernel';
import { numberTokens } from './document-number';
import { fold, titleKey } from './folding';
import { IndexConnection } from './index-connection';
import * as sql from './index-schema.sql';
import { atSite, gramWord, scopeWords } from './marked-words';
import type { SearchDocument } from './search-document';
import type { IndexWriter } from './search-index';
import type { SearchLexicon } from './search-lexicon';
import { indexWords, pairs } from './segmenter';
import { canBeMistyped, typoKeys } from './typos';

/** Of a text: more is not indexed. */
const MOST_INDEXED = 100_000;
/** Of a text: kept for snippets. */
const MOST_KEPT = 20_000;
/** Of a text and of its files: read for scores. */
const LEAD = 1_500;
const FILES_LEAD = 800;
const FIRST_MINUTE = Date.UTC(1949, 9, 1) / 60_000;

interface StoredRow {
  readonly rowid: number;
  readonly networkId: number;
  readonly id: number;
  readonly title: string;
  readonly stamp: string;
}

/** Writes one index file. Only one process writes a file at a time; readers go on meanwhile. */
export class FtsWriter implements IndexWriter {
  private readonly connection: IndexConnection;
  /** Documents that this transaction added, less those that it took away. */
  private added = 0;

  constructor(path: string) {
    this.connection = IndexConnection.forWriting(path);
  }

  put(documents: readonly SearchDocument[], lexiconOf: (networkId: number) => SearchLexicon): void {
    this.change(() => {
      for (const document of documents) {
        const [stored] = this.connection.all<StoredRow>(sql.FIND_ROW, document.siteId, document.id);
        if (stored) this.drop(document.siteId, stored);
        this.insert(document, lexiconOf(document.networkId));
      }
    });
  }

  remove(siteId: number, ids: readonly number[]): void {
    if (ids.length === 0) return;
    this.change(() => {
      for (const id of ids) {
        const [stored] = this.connection.all<StoredRow>(sql.FIND_ROW, siteId, id);
        if (stored) this.drop(siteId, stored);
      }
    });
  }

  removeSite(siteId: number): void {
    this.change(() => {
      const stored = this.connection.all<StoredRow>(sql.ROWS_OF_SITE, siteId);
      for (const row of stored) this.drop(siteId, row);
    });
  }

  stampsOf(siteId: number): Map<number, string> {
    const rows = this.connection.all<StoredRow>(sql.ROWS_OF_SITE, siteId);
    return new Map(rows.map(({ id, stamp }) => [id, stamp]));
  }

  sites(): number[] {
    return this.connection.all<{ siteId: number }>(sql.SITES).map(({ siteId }) => siteId);
  }

  sitesOf(ids: readonly number[]): Map<number, number> {
    const rows = this.connection.all<{ id: number; siteId: number }>(sql.SITES_OF, JSON.stringify(ids));
    return new Map(rows.map(({ id, siteId }) => [id, siteId]));
  }

  count(): number {
    return Number(this.connection.all<{ total: string }>(sql.COUNT)[0]?.total ?? 0);
  }

  isOfThisVersion(): boolean {
    return this.connection.version() === sql.SCHEMA_VERSION;
  }

  isComplete(): boolean {
    return this.connection.all(sql.GET_META, 'builtAt').length > 0;
  }

  complete(now: Date): void {
    this.connection.run(sql.SET_META, 'builtAt', now.toISOString());
  }

  close(): void {
    this.connection.close();
  }

  private insert(document: SearchDocument, lexicon: SearchLexicon): void {
    const { siteId, networkId, id, channelId, kind, validity } = document;
    const text = (of: string): string => of.slice(0, MOST_INDEXED).toWellFormed().replaceAll('\0', ' ');
    const [title, summary, body, files] = [
      document.title,
      document.summary,
      document.body,
      document.files,
    ].map(text) as [string, string, string, string];
    const tokens = (of: string): string[] => {
      const folded = fold(of);
      return [...indexWords(folded, lexicon), ...numberTokens(folded)];
    };
    const row = this.freeRow(document.publishedAt);
    const key = titleKey(title);
    const year = Number(shanghaiDay(document.publishedAt).slice(0, 4));
    this.connection.run(
      sql.INSERT_DOC,
      row,
      siteId,
      networkId,
      id,
      title,
      key,
      document.path,
      channelId,
      document.channelName,
      kind,
      validity,
      document.number,
      document.publishedAt.getTime(),
      document.stamp,
      summary,
    );
    this.connection.run(sql.INSERT_FACT, row, siteId, channelId, kind, year, validity);
    this.connection.run(
      sql.INSERT_WORDS,
      row,
      body.slice(0, LEAD),
      files.slice(0, FILES_LEAD),
      body.slice(LEAD, MOST_KEPT),
      files.slice(FILES_LEAD, MOST_KEPT),
    );
    const scope = scopeWords({ siteId, networkId, channelId, kind, year, validity });
    const named = [...tokens(title), ...tokens(document.number)];
    const rowOf = (words: readonly string[]): string => {
      const unique = [...new Set([...words, ...scope])];
      return [...unique, ...unique.map(atSite(siteId))].join(' ');
    };
    this.connection.run(sql.INSERT_TITLE, row, rowOf([...named, ...pairs(key).map(gramWord)]));
    this.connection.run(
      sql.INSERT_TEXT,
      row,
      rowOf([...named, ...tokens(summary), ...tokens(body), ...tokens(files)]),
    );
    const terms = JSON.stringify(termsOf(title));
    for (const { term } of this.connection.all<{ term: string }>(sql.NEW_TERMS, networkId, terms))
      for (const each of typoKeys(term)) this.connection.run(sql.ADD_TYPO, each, term);
    this.connection.run(sql.ADD_SITE_TERMS, siteId, terms);
    this.connection.run(sql.ADD_NETWORK_TERMS, networkId, terms);
    this.added += 1;
  }

  private drop(siteId: number, { rowid, networkId, title }: StoredRow): void {
    for (const statement of sql.DELETE_ROW) this.connection.run(statement, rowid);
    const terms = JSON.stringify(termsOf(title));
    for (const statement of sql.DROP_SITE_TERMS) this.connection.run(statement, siteId, terms);
    for (const statement of sql.DROP_NETWORK_TERMS) this.connection.run(statement, networkId, terms);
    this.added -= 1;
  }

  private change(work: () => void): void {
    this.connection.transaction(() => {
      this.added = 0;
      work();
      if (this.added !== 0) this.connection.run(sql.ADD_TO_COUNT, this.added);
    });
  }

  /** A number that nothing has, in the order of publication; thousands of one minute spread over the next ones. */
  private freeRow(publishedAt: Date): number {
    const first = Math.max(0, Math.floor(publishedAt.getTime() / 60_000) - FIRST_MINUTE) * 4096 + 1;
    for (let span = 4096; ; span *= 4) {
      for (let attempt = 0; attempt < 4; attempt += 1) {
        const row = first + Math.floor(Math.random() * span);
        if (this.connection.all(sql.ROW_TAKEN, row).length === 0) return row;
      }
    }
  }
}

const termsOf = (title: string): string[] => [...new Set(indexWords(fold(title)).filter(canBeMistyped))];
