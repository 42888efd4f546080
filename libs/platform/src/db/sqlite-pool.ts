import { DomainError } from '@zhanqun/kernel';
import { QueryFailedError, QueryResult, QueryRunnerAlreadyReleasedError } from 'typeorm';
import type { BetterSqlite3Driver } from 'typeorm/driver/better-sqlite3/BetterSqlite3Driver';
import { BetterSqlite3QueryRunner } from 'typeorm/driver/better-sqlite3/BetterSqlite3QueryRunner';
import { databaseUnavailable, driverCode } from './db.errors';
import { lockOf, type WriteLock } from './write-lock';

/** The part of libsql's synchronous interface that is used here. */
export interface SqliteConnection {
  prepare(text: string): SqliteStatement;
  pragma(text: string): unknown;
  close(): void;
  readonly inTransaction: boolean;
}
interface SqliteStatement {
  readonly reader: boolean;
  all(parameters: unknown[]): Record<string, unknown>[];
  run(parameters: unknown[]): { changes: number; lastInsertRowid: number | bigint };
}

const KEPT_STATEMENTS = 400;
const BUSY_WAIT_MS = 10_000;
const BUSY_PAUSE_MS = 15;
const OUTSIDE_TRANSACTIONS =
  /^\s*(PRAGMA|VACUUM|ATTACH|DETACH|BEGIN|COMMIT|END|ROLLBACK|SAVEPOINT|RELEASE)\b/i;

/** One connection with its prepared statements, kept until the schema changes. */
class CachedConnection {
  private readonly statements = new Map<string, SqliteStatement>();
  private isClosed = false;

  constructor(private readonly open: SqliteConnection) {}

  /** A closed one must not be touched: the driver would end the whole process. */
  get connection(): SqliteConnection {
    if (this.isClosed) throw databaseUnavailable();
    return this.open;
  }

  get isInTransaction(): boolean {
    return !this.isClosed && this.open.inTransaction;
  }

  close(): void {
    this.forgetStatements();
    this.isClosed = true;
    this.open.close();
  }

  run(text: string, parameters: unknown[]): QueryResult {
    const statement = this.statement(text);
    const bound = parameters.map(bindable);
    const result = new QueryResult();
    try {
      if (statement.reader) {
        result.records = result.raw = statement.all(bound);
      } else {
        const { changes, lastInsertRowid } = statement.run(bound);
        result.affected = changes;
        result.raw = Number(lastInsertRowid);
      }
    } catch (error) {
      // A statement that found the file locked stays under way until it runs again. Thrown away, it would
      // be in the way of every later commit until the garbage collector finds it.
      if (!driverCode(error)?.startsWith('SQLITE_BUSY')) this.statements.delete(text);
      throw error;
    }
    return result;
  }

  forgetStatements(): void {
    this.statements.clear();
  }

  private statement(text: string): SqliteStatement {
    const known = this.statements.get(text);
    if (known) return known;
    const statement = this.connection.prepare(text);
    this.statements.set(text, statement);
    if (this.statements.size > KEPT_STATEMENTS) {
      for (const oldest of this.statements.keys()) {
        this.statements.delete(oldest);
        break;
      }
    }
    return statement;
  }
}

/** libsql binds numbers as floating point; a whole number must reach a text column as `5`, not `5.0`. */
function bindable(value: unknown): unknown {
  if (typeof value === 'boolean') return value ? 1n : 0n;
  if (typeof value === 'number' && Number.isSafeInteger(value)) return BigInt(value);
  return value ?? null;
}

/**
 * SQLite for many callers at once: one connection writes, under a lock; another one reads.
 *
 * TypeORM's own driver has a single query runner, so the transactions of concurrent requests mix and
 * a foreign rollback takes your row with it. Here a transaction holds the write lock from its
 * `BEGIN IMMEDIATE` to its end, a single write holds it for the statement, and reads outside a
 * transaction use the read connection, which sees committed rows only (WAL).
 */
export class SqlitePool {
  readonly lock: WriteLock;
  private readonly writing: CachedConnection;
  private readonly reading: CachedConnection;

  constructor(file: string, write: SqliteConnection, read: SqliteConnection) {
    this.lock = lockOf(file);
    // Waiting inside SQLite would stop the whole process; `write` waits by itself.
    write.pragma('busy_timeout = 0');
    read.pragma('busy_timeout = 100');
    write.pragma('journal_mode = WAL');
    write.pragma('synchronous = NORMAL');
    write.pragma('foreign_keys = ON');
    write.pragma('journal_size_limit = 67108864');
    read.pragma('query_only = ON');
    this.writing = new CachedConnection(write);
    this.reading = new CachedConnection(read);
  }

  get writeConnection(): SqliteConnection {
    return this.writing.connection;
  }

  get isInTransaction(): boolean {
    return this.writing.isInTransaction;
  }

  get readConnection(): SqliteConnection {
    return this.reading.connection;
  }

  read(text: string, parameters: unknown[]): QueryResult {
    return this.reading.run(text, parameters);
  }

  /**
   * A write outside a transaction; the caller holds the lock. It has a transaction of its own, so that only
   * `BEGIN IMMEDIATE` can meet the lock of another process: whatever comes of waiting, the next one runs it again.
   */
  async writeAlone(text: string, parameters: unknown[]): Promise<QueryResult> {
    if (OUTSIDE_TRANSACTIONS.test(text) || this.isInTransaction) return this.write(text, parameters);
    await this.write('BEGIN IMMEDIATE', []);
    try {
      const result = await this.write(text, parameters);
      await this.write('COMMIT', []);
      return result;
    } catch (error) {
      if (this.isInTransaction) this.writing.run('ROLLBACK', []);
      throw error;
    }
  }

  /** Runs on the write connection; the caller holds the lock. Waits when another process writes. */
  async write(text: string, parameters: unknown[]): Promise<QueryResult> {
    const giveUpAt = Date.now() + BUSY_WAIT_MS;
    for (;;) {
      try {
        const result = this.writing.run(text, parameters);
        if (/^\s*(CREATE|ALTER|DROP)\b/i.test(text)) {
          this.writing.forgetStatements();
          this.reading.forgetStatements();
        }
        return result;
      } catch (error) {
        if (driverCode(error) !== 'SQLITE_BUSY' || Date.now() > giveUpAt) throw error;
        await new Promise((resume) => setTimeout(resume, BUSY_PAUSE_MS));
      }
    }
  }

  close(): void {
    this.reading.close();
    this.writing.close();
  }
}

/** TypeORM's SQLite query runner, bound to the pool instead of to the driver's single connection. */
export class PooledSqliteRunner extends BetterSqlite3QueryRunner {
  private holdsLock = false;

  constructor(
    driver: BetterSqlite3Driver,
    private readonly pool: SqlitePool,
  ) {
    super(driver);
  }

  override connect(): Promise<SqliteConnection> {
    return Promise.resolve(this.holdsLock ? this.pool.writeConnection : this.pool.readConnection);
  }

  override async beforeMigration(): Promise<void> {
    this.pool.writeConnection.pragma('foreign_keys = OFF');
  }

  override async afterMigration(): Promise<void> {
    this.pool.writeConnection.pragma('foreign_keys = ON');
  }

  override async startTransaction(): Promise<void> {
    if (!this.holdsLock) {
      await this.pool.lock.acquire();
      this.holdsLock = true;
    }
    try {
      await super.startTransaction();
    } catch (error) {
      if (this.transactionDepth === 0) this.isTransactionActive = false;
      this.letGo();
      throw error;
    }
  }

  override async commitTransaction(): Promise<void> {
    await super.commitTransaction();
    this.letGo();
  }

  override async rollbackTransaction(): Promise<void> {
    // SQLite ends a transaction by itself on some faults (disk full): there is nothing left to undo then.
    if (this.holdsLock && !this.pool.isInTransaction) {
      this.isTransactionActive = false;
      this.transactionDepth = 0;
    } else {
      await super.rollbackTransaction();
    }
    this.letGo();
  }

  /** Ends what is still open, so that a forgotten transaction can neither leak into another one nor block it. */
  override async release(): Promise<void> {
    if (this.isReleased) return;
    if (this.isTransactionActive) {
      this.transactionDepth = Math.min(this.transactionDepth, 1);
      await this.rollbackTransaction();
    }
    this.isReleased = true;
    await super.release();
  }

  override async query(text: string, parameters: unknown[] = [], structured = false): Promise<QueryResult> {
    if (this.isReleased) throw new QueryRunnerAlreadyReleasedError();
    this.driver.dataSource.logger.logQuery(text, parameters, this);
    try {
      const result = await this.execute(text === 'BEGIN TRANSACTION' ? 'BEGIN IMMEDIATE' : text, parameters);
      return structured ? result : (result.raw as QueryResult);
    } catch (error) {
      const isDrivers = error instanceof Error && !(error instanceof DomainError) && driverCode(error);
      if (isDrivers) throw new QueryFailedError(text, parameters, error);
      throw error;
    }
  }

  private async execute(text: string, parameters: unknown[]): Promise<QueryResult> {
    if (this.holdsLock) return this.pool.write(text, parameters);
    if (/^\s*(SELECT|EXPLAIN|PRAGMA [^=]*$)/i.test(text)) return this.pool.read(text, parameters);
    await this.pool.lock.acquire();
    try {
      return await this.pool.writeAlone(text, parameters);
    } finally {
      this.pool.lock.release();
    }
  }

  private letGo(): void {
    if (!this.holdsLock || this.isTransactionActive) return;
    this.holdsLock = false;
    this.pool.lock.release();
  }
}
