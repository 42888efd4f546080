import { mkdtemp, rm } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closeDb, createTables, migrate, openDb } from '@zhanqun/platform';
import type { Db, DbConfig } from '@zhanqun/platform';
import { createConnection } from 'mysql2/promise';

export interface TestDb {
  readonly db: Db;
  readonly config: DbConfig;
  close(): Promise<void>;
}

/**
 * A migrated database of its own: a temporary SQLite file, or a new database on the server that
 * `TEST_MYSQL_URL` names. It knows the entities of the libraries the test file imports.
 */
export async function testDb(): Promise<TestDb> {
  const { config, dispose } = await emptyTestDatabase();
  const db = await openDb(config);
  await migrate(db);
  return {
    db,
    config,
    close: async () => {
      await closeDb(db);
      await dispose();
    },
  };
}

/** A database whose tables are made from the entities themselves: for specs that bring entities of their own. */
export async function entityDb(): Promise<TestDb> {
  const { config, dispose } = await emptyTestDatabase();
  const db = await openDb(config);
  await createTables(db);
  return {
    db,
    config,
    close: async () => {
      await closeDb(db);
      await dispose();
    },
  };
}

/** An empty database and how to get rid of it. */
export async function emptyTestDatabase(): Promise<{ config: DbConfig; dispose: () => Promise<void> }> {
  const dataDir = await mkdtemp(join(tmpdir(), 'zhanqun-test-'));
  const removeFiles = () => rm(dataDir, { recursive: true, force: true });
  const server = process.env['TEST_MYSQL_URL'];
  if (!server) return { config: { url: null, dataDir }, dispose: removeFiles };

  const name = `zhanqun_test_${randomBytes(6).toString('hex')}`;
  await onServer(server, `CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    config: { url: url.href, dataDir },
    dispose: async () => {
      await onServer(server, `DROP DATABASE ${name}`);
      await removeFiles();
    },
  };
}

async function onServer(server: string, statement: string): Promise<void> {
  const { hostname, port, username, password } = new URL(server);
  const connection = await createConnection({
    host: hostname,
    port: Number(port || 3306),
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
  });
  await connection.query(statement);
  await connection.end();
}
