import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { MigrationExecutor } from 'typeorm';
import type { DataSource, MigrationInterface, QueryRunner } from 'typeorm';
import { charsetWrong, migrationNewer } from './db.errors';

/** `migrations/` beside `libs/`, in the source tree and in the compiled one alike. */
const DIRECTORY = join(__dirname, '..', '..', '..', '..', 'migrations');
/** Named after the database: the locks of a MySQL server are shared by all its databases. */
const LOCK = "LEFT(CONCAT('zhanqun.', DATABASE()), 64)";
const LOCK_WAIT_SECONDS = 120;

type MigrationClass = new () => MigrationInterface;

/** The schema history, in file-name order. The class name ends in the file's timestamp: TypeORM orders by it. */
export function readMigrations(): MigrationClass[] {
  return readdirSync(DIRECTORY)
    .filter((file) => /^\d{13}-[\w-]+\.(js|ts)$/.test(file))
    .sort()
    .map((file) => {
      const exported = Object.values(require(join(DIRECTORY, file)) as Record<string, unknown>);
      const classes = exported.filter((value): value is MigrationClass => typeof value === 'function');
      const timestamp = file.slice(0, 13);
      const [migration] = classes;
      if (!migration || classes.length !== 1 || !migration.name.endsWith(timestamp)) {
        throw new Error(`migrations/${file} must export one class whose name ends in ${timestamp}`);
      }
      return migration;
    });
}

/**
 * Brings the schema up to date and returns the names of what ran.
 *
 * Two processes migrate one after the other. A database that holds a migration this program does not
 * know was made by a newer one: `platform.migration.newer`, and nothing is touched.
 */
export async function migrateSource(source: DataSource): Promise<string[]> {
  return exclusively(source, async (runner) => {
    const executor = await executorFor(source, runner);
    const done = await executor.executePendingMigrations();
    return done.map(({ name }) => name);
  });
}

/** Takes back every migration, newest first: for the test that each `down` works. */
export async function revertSource(source: DataSource): Promise<void> {
  await exclusively(source, async (runner) => {
    const executor = await executorFor(source, runner);
    const count = (await executor.getExecutedMigrations()).length;
    for (let index = 0; index < count; index += 1) await executor.undoLastMigration();
  });
}

async function executorFor(source: DataSource, runner: QueryRunner): Promise<MigrationExecutor> {
  const classes = readMigrations();
  source.migrations.splice(0, source.migrations.length, ...classes.map((migration) => new migration()));
  const executor = new MigrationExecutor(source, runner);
  executor.transaction = 'none';
  const known = new Set(classes.map(({ name }) => name));
  const unknown = (await executor.getExecutedMigrations())
    .map(({ name }) => name)
    .filter((name) => !known.has(name));
  if (unknown.length > 0) throw migrationNewer({ unknown });
  return executor;
}

/** SQLite: one transaction around everything. MySQL commits each change of the schema by itself, so a lock. */
async function exclusively<T>(source: DataSource, work: (runner: QueryRunner) => Promise<T>): Promise<T> {
  const runner = source.createQueryRunner();
  const isSqlite = source.options.type === 'better-sqlite3';
  try {
    if (isSqlite) {
      await runner.startTransaction();
      const result = await work(runner);
      await runner.commitTransaction();
      return result;
    }
    const [lock] = (await runner.query(`SELECT GET_LOCK(${LOCK}, ?) AS taken`, [LOCK_WAIT_SECONDS])) as {
      taken: number | null;
    }[];
    if (Number(lock?.taken) !== 1) throw new Error('another process is migrating this database');
    try {
      await setCharset(runner);
      return await work(runner);
    } finally {
      await runner.query(`SELECT RELEASE_LOCK(${LOCK})`);
    }
  } finally {
    await runner.release();
  }
}

/**
 * An empty database is set to `utf8mb4_bin`: text compares as on SQLite and in memory, where 𠮷 is not
 * 𠮶 and case counts. A filled one in another character set is refused.
 */
async function setCharset(runner: QueryRunner): Promise<void> {
  const [database] = (await runner.query(
    'SELECT DEFAULT_CHARACTER_SET_NAME AS charset, DEFAULT_COLLATION_NAME AS collation, SCHEMA_NAME AS name ' +
      'FROM information_schema.SCHEMATA WHERE SCHEMA_NAME = DATABASE()',
  )) as { charset: string; collation: string; name: string }[];
  if (!database || database.collation === 'utf8mb4_bin') return;
  if ((await runner.hasTable('migration')) === false) {
    const name = runner.dataSource.driver.escape(database.name);
    await runner.query(`ALTER DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
    return;
  }
  if (database.charset !== 'utf8mb4') throw charsetWrong({ charset: database.charset });
}

/** The SQL that would bring the schema to the entities: empty after `migrate`, or a migration is missing. */
export async function schemaDiffOf(source: DataSource): Promise<string[]> {
  const sql = await source.driver.createSchemaBuilder().log();
  return sql.upQueries.map(({ query }) => query);
}
