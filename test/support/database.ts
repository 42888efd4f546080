import { cpSync, existsSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closeDb, createTables, migrate, openDb } from '@zhanqun/platform';
import type { Db, DbConfig } from '@zhanqun/platform';
import { KEPT, madeOnce, removeOld, stateOf } from './kept';
import {
  copyTemplate,
  createDatabase,
  dropDatabase,
  isTemplate,
  makeTemplate,
  onServer,
  ownName,
  type Server,
} from './mariadb';
import { temporaryDirectory } from './temporary';

export interface TestDb {
  readonly db: Db;
  readonly config: DbConfig;
  close(): Promise<void>;
}

/** A place for a database, and how to get rid of it. */
export interface TestDatabase {
  readonly config: DbConfig;
  dispose(): Promise<void>;
}

/**
 * A migrated database of its own: a temporary SQLite file, or a new database on the server that
 * `TEST_MYSQL_URL` names. It knows the entities of the libraries the test file imports.
 */
export async function testDb(): Promise<TestDb> {
  const { config, dispose } = await migratedTestDatabase();
  return opened(await openDb(config), config, dispose);
}

/** A database whose tables are made from the entities themselves: for specs that bring entities of their own. */
export async function entityDb(): Promise<TestDb> {
  const { config, dispose } = await emptyTestDatabase();
  const db = await openDb(config);
  await createTables(db);
  return opened(db, config, dispose);
}

const opened = (db: Db, config: DbConfig, dispose: () => Promise<void>): TestDb => ({
  db,
  config,
  close: async () => {
    await closeDb(db);
    await dispose();
  },
});

/** A database without a table. */
export const emptyTestDatabase = (): Promise<TestDatabase> =>
  testDatabase(
    async () => undefined,
    async (server, name) => createDatabase(server, name),
  );

/** A database as all migrations leave it. They run once; every spec gets a copy. */
export async function migratedTestDatabase(): Promise<TestDatabase> {
  const state = stateOf(['migrations', 'libs/platform/src']);
  return testDatabase(
    async (dataDir) => {
      const template = join(KEPT, `migrated-${state}`);
      await madeOnce(
        `migrated-${state}`,
        () => existsSync(template),
        () => migratedFiles(template),
      );
      cpSync(template, dataDir, { recursive: true });
    },
    async (server, name) => {
      const template = `zhanqun_migrated_${state}`;
      await madeOnce(
        `migrated-${state}-mariadb`,
        () => isTemplate(server, template),
        () => makeTemplate(server, template, (url) => migrated({ url, dataDir: tmpdir() })),
      );
      await copyTemplate(server, template, name);
    },
  );
}

async function testDatabase(
  fillFiles: (dataDir: string) => Promise<void>,
  fillServer: (server: Server, name: string) => Promise<void>,
): Promise<TestDatabase> {
  const { path: dataDir, remove } = temporaryDirectory();
  const address = process.env['TEST_MYSQL_URL'];
  if (!address) {
    await fillFiles(dataDir);
    return { config: { url: null, dataDir }, dispose: remove };
  }
  const name = ownName('test');
  const url = await onServer(address, async (server) => {
    await fillServer(server, name);
    return server.address(name);
  });
  return {
    config: { url, dataDir },
    dispose: async () => {
      await onServer(address, (server) => dropDatabase(server, name));
      await remove();
    },
  };
}

async function migrated(config: DbConfig): Promise<void> {
  const db = await openDb(config);
  await migrate(db);
  await closeDb(db);
}

/** The draft is renamed when it is whole; those of earlier migrations are removed. */
async function migratedFiles(template: string): Promise<void> {
  removeOld('migrated-');
  const dataDir = `${template}.${process.pid}`;
  await migrated({ url: null, dataDir });
  renameSync(dataDir, template);
}
