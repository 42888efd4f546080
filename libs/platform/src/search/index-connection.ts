import Libsql from 'libsql';
import { SCHEMA, SCHEMA_VERSION } from './index-schema.sql';

interface Statement {
  all(...parameters: unknown[]): unknown[];
  run(...parameters: unknown[]): unknown;
}

const BUSY_MS = 5_000;

/** One connection to one index file, with its prepared statements. */
export class IndexConnection {
  private readonly statements = new Map<string, Statement>();
  private isClosed = false;

  private constructor(private readonly db: Libsql.Database) {}

  /** Opens the file, and makes what belongs into it when it is new. */
  static forWriting(path: string): IndexConnection {
    const connection = IndexConnection.open(path);
    connection.db.pragma('journal_mode = WAL');
    connection.db.pragma('synchronous = NORMAL');
    connection.db.pragma('cache_size = -65536');
    if (connection.version() === 0) {
      connection.transaction(() => {
        connection.db.exec(SCHEMA);
        connection.db.pragma(`user_version = ${SCHEMA_VERSION}`);
      });
    }
    return connection;
  }

  /** Null when the file is none of this version. */
  static forReading(path: string): IndexConnection | null {
    const connection = IndexConnection.open(path);
    connection.db.pragma('cache_size = -65536');
    connection.db.pragma('mmap_size = 1073741824');
    if (connection.version() === SCHEMA_VERSION) return connection;
    connection.close();
    return null;
  }

  private static open(path: string): IndexConnection {
    const connection = new IndexConnection(new Libsql(path));
    connection.db.pragma(`busy_timeout = ${BUSY_MS}`);
    return connection;
  }

  all<T>(text: string, ...parameters: unknown[]): T[] {
    return this.statement(text).all(...parameters.map(bindable)) as T[];
  }

  run(text: string, ...parameters: unknown[]): void {
    this.statement(text).run(...parameters.map(bindable));
  }

  /** All of it or nothing. */
  transaction(work: () => void): void {
    this.db.exec('BEGIN IMMEDIATE');
    try {
      work();
      this.db.exec('COMMIT');
    } catch (error) {
      this.db.exec('ROLLBACK');
      throw error;
    }
  }

  version(): number {
    return this.pragma('user_version');
  }

  /** Changes when another connection has written to the file. */
  dataVersion(): number {
    return this.pragma('data_version');
  }

  close(): void {
    if (this.isClosed) return;
    this.isClosed = true;
    this.statements.clear();
    this.db.close();
  }

  private pragma(name: string): number {
    const [row] = this.all<Record<string, number>>(`PRAGMA ${name}`);
    return Number(Object.values(row ?? {})[0] ?? 0);
  }

  private statement(text: string): Statement {
    // A closed one must not be touched: the driver would end the whole process.
    if (this.isClosed) throw new Error('the search index is closed');
    const kept = this.statements.get(text);
    if (kept) return kept;
    const made = this.db.prepare(text) as Statement;
    this.statements.set(text, made);
    return made;
  }
}

/** The driver binds every number as floating point; a row number must stay whole. */
const bindable = (value: unknown): unknown =>
  typeof value === 'number' && Number.isInteger(value) ? BigInt(value) : value;
