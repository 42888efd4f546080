import type { DataSource, MigrationInterface } from 'typeorm';
import { createDataSource, dataSourceOptions } from './data-source';
import type { DbConfig } from './data-source';
import { Db } from './db';
import { translateError } from './db.errors';
import { migrateSource, revertSource, schemaDiffOf } from './migrate';
import { StatementLog } from './statement-log';

const sources = new WeakMap<Db, DataSource>();

/** Opens the database without Nest: tests and commands. Close it with `closeDb`. */
export async function openDb(config: DbConfig): Promise<Db> {
  return dbOf(await openDataSource(config));
}

export async function openDataSource(config: DbConfig): Promise<DataSource> {
  const source = createDataSource(dataSourceOptions(config));
  try {
    return await source.initialize();
  } catch (error) {
    throw translateError(error);
  }
}

/** The `Db` in front of an open data source. */
export function dbOf(source: DataSource): Db {
  const log = source.options.logger;
  const db = new Db(source, log instanceof StatementLog ? log : new StatementLog());
  sources.set(db, source);
  return db;
}

export async function closeDb(db: Db): Promise<void> {
  const source = sourceOf(db);
  if (source.isInitialized) await source.destroy();
}

/** Brings the schema up to date; returns the names of the migrations that ran. */
export function migrate(db: Db): Promise<string[]> {
  return translated(migrateSource(sourceOf(db)));
}

/** Takes back all migrations. Every table and row is gone afterwards. */
export function revertAllMigrations(db: Db): Promise<void> {
  return translated(revertSource(sourceOf(db)));
}

/** What TypeORM would still change in the schema to reach the entities. */
export function schemaDiff(db: Db): Promise<string[]> {
  return schemaDiffOf(sourceOf(db));
}

/** Makes the tables of the known entities without any history: for specs. */
export async function createTables(db: Db): Promise<void> {
  await sourceOf(db).synchronize();
}

/** One migration by itself, on a schema that is up to date: for specs of migrations that move rows. */
export async function runMigration(db: Db, migration: MigrationInterface, way: 'up' | 'down'): Promise<void> {
  const runner = sourceOf(db).createQueryRunner();
  try {
    await migration[way](runner);
  } finally {
    await runner.release();
  }
}

/** Table and columns of every known entity: for sweeps over all of them. */
export function sourceOf(db: Db): DataSource {
  const source = sources.get(db);
  if (!source) throw new Error('this Db was not opened by openDb');
  return source;
}

async function translated<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw translateError(error);
  }
}
