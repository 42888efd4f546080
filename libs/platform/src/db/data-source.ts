import { mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import Libsql from 'libsql';
import { DataSource } from 'typeorm';
import type { DataSourceOptions, QueryRunner } from 'typeorm';
import type { BetterSqlite3Driver } from 'typeorm/driver/better-sqlite3/BetterSqlite3Driver';
import type { MysqlDriver } from 'typeorm/driver/mysql/MysqlDriver';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata';
import { knownEntities } from './entity-facts';
import { PooledSqliteRunner, SqlitePool } from './sqlite-pool';
import type { SqliteConnection } from './sqlite-pool';
import { StatementLog } from './statement-log';

export interface DbConfig {
  /** `mysql://…` or `mariadb://…`; null for SQLite in `dataDir`. */
  readonly url: string | null;
  readonly dataDir: string;
}

/** Milliseconds on MySQL, as JavaScript and SQLite keep them. */
export const INSTANT_PRECISION = 3;
const POOL_SIZE = 20;
const CONNECT_TIMEOUT_MS = 5_000;

/**
 * What every MySQL session needs: strict values, UTC, backslash escapes as the driver writes them, and
 * reads that see what others have stored since (`READ COMMITTED`), as on SQLite.
 */
const MYSQL_SESSION =
  "SET SESSION sql_mode = 'STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION', " +
  "time_zone = '+00:00', innodb_lock_wait_timeout = 15";
const MYSQL_ISOLATION = 'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED';

export function dataSourceOptions({ url, dataDir }: DbConfig): DataSourceOptions {
  const shared = { entities: knownEntities(), logger: new StatementLog(), migrationsTableName: 'migration' };
  if (url === null) {
    return {
      ...shared,
      type: 'better-sqlite3',
      driver: Libsql,
      database: resolve(join(dataDir, 'zhanqun.sqlite')),
    };
  }
  const address = new URL(url);
  return {
    ...shared,
    type: address.protocol === 'mariadb:' ? 'mariadb' : 'mysql',
    host: address.hostname,
    port: Number(address.port || 3306),
    username: decodeURIComponent(address.username),
    password: decodeURIComponent(address.password),
    database: decodeURIComponent(address.pathname.slice(1)),
    charset: 'UTF8MB4_BIN',
    timezone: 'Z',
    connectTimeout: CONNECT_TIMEOUT_MS,
    poolSize: POOL_SIZE,
    bigNumberStrings: false,
    extra: { enableKeepAlive: true },
  };
}

/** A data source prepared for many requests at once; not yet connected. */
export function createDataSource(options: DataSourceOptions): DataSource {
  const source = new PlatformDataSource(options);
  if (options.type === 'better-sqlite3') poolSqlite(source);
  else adaptMysql(source);
  return source;
}

class PlatformDataSource extends DataSource {
  protected override async buildMetadatas(): Promise<void> {
    await super.buildMetadatas();
    if (this.options.type === 'better-sqlite3') return;
    const columns = this.entityMetadatas.flatMap((metadata) => metadata.columns);
    for (const column of columns) {
      if (column.type === 'datetime') column.precision ??= INSTANT_PRECISION;
    }
  }
}

function poolSqlite(source: DataSource): void {
  const driver = source.driver as BetterSqlite3Driver;
  const file = driver.options.database;
  let pool: SqlitePool | undefined;

  driver.connect = () => {
    mkdirSync(dirname(file), { recursive: true });
    const write = new Libsql(file) as unknown as SqliteConnection;
    // The read connection comes second: the first one has put the file into WAL mode by then.
    write.pragma('journal_mode = WAL');
    pool = new SqlitePool(file, write, new Libsql(file) as unknown as SqliteConnection);
    driver.databaseConnection = write;
    return Promise.resolve();
  };
  driver.disconnect = () => {
    pool?.close();
    pool = undefined;
    return Promise.resolve();
  };
  driver.createQueryRunner = (): QueryRunner => {
    if (!pool) throw new Error('The database connection is not open');
    return new PooledSqliteRunner(driver, pool);
  };
}

function adaptMysql(source: DataSource): void {
  const driver = source.driver as MysqlDriver;
  const usualType = driver.normalizeType.bind(driver);
  // An article of half a million characters does not fit MySQL's TEXT of 64 KB.
  driver.normalizeType = (column: Parameters<MysqlDriver['normalizeType']>[0]): string => {
    const type = usualType(column as ColumnMetadata);
    return type === 'text' ? 'longtext' : type;
  };

  const prepared = new WeakSet<object>();
  const adapted = driver as unknown as { prepareDbConnection(connection: MysqlConnection): MysqlConnection };
  const prepare = adapted.prepareDbConnection.bind(driver);
  adapted.prepareDbConnection = (connection) => {
    if (!prepared.has(connection)) {
      prepared.add(connection);
      // Queued before the caller's first statement; a connection that fails here fails there as well.
      connection.query(MYSQL_SESSION, ignore);
      connection.query(MYSQL_ISOLATION, ignore);
    }
    return prepare(connection);
  };
}

interface MysqlConnection {
  query(text: string, done: () => void): void;
}

function ignore(): void {
  // The statement that follows reports a lost connection.
}
