import { Table } from 'typeorm';
import type { QueryRunner, TableColumnOptions } from 'typeorm';
import { INSTANT_PRECISION } from './data-source';

export interface ColumnWish {
  readonly isNullable?: boolean;
  /** A plain value (`'draft'`, `0`, `false`) or SQL text in quotes (`"'draft'"`). */
  readonly default?: string | number | boolean;
}

/** The column words of migrations: each names one column that is the same to entities on both databases. */
export interface ColumnWords {
  /** `id`, `createdAt`, `updatedAt`: what every table has. */
  readonly base: readonly TableColumnOptions[];
  /** `siteId`: what every table of a `SiteEntity` has after the base. */
  readonly site: TableColumnOptions;
  int(name: string, wish?: ColumnWish): TableColumnOptions;
  bigint(name: string, wish?: ColumnWish): TableColumnOptions;
  varchar(name: string, length: number, wish?: ColumnWish): TableColumnOptions;
  /** Long text. */
  text(name: string, wish?: ColumnWish): TableColumnOptions;
  boolean(name: string, wish?: ColumnWish): TableColumnOptions;
  /** An instant, UTC, with milliseconds. */
  datetime(name: string, wish?: ColumnWish): TableColumnOptions;
  /** A calendar day, `2026-03-01`; the entity writes `varchar(10)`. */
  day(name: string, wish?: ColumnWish): TableColumnOptions;
  /** The entity writes `simple-json`. */
  json(name: string, wish?: ColumnWish): TableColumnOptions;
}

export function columnsFor(runner: QueryRunner): ColumnWords {
  const isSqlite = runner.dataSource.options.type === 'better-sqlite3';
  const int = isSqlite ? 'integer' : 'int';
  const longText = isSqlite ? 'text' : 'longtext';
  const boolean = isSqlite ? 'boolean' : 'tinyint';
  const precision = isSqlite ? undefined : INSTANT_PRECISION;

  const column = (
    name: string,
    type: string,
    { isNullable = false, default: value }: ColumnWish = {},
    more: Partial<TableColumnOptions> = {},
  ): TableColumnOptions => ({
    name,
    type,
    isNullable,
    ...(value === undefined ? {} : { default: sqlDefault(value, isSqlite) }),
    ...more,
  });

  const words: Omit<ColumnWords, 'base' | 'site'> = {
    int: (name, wish) => column(name, int, wish),
    bigint: (name, wish) => column(name, 'bigint', wish),
    varchar: (name, length, wish) => column(name, 'varchar', wish, { length: String(length) }),
    text: (name, wish) => column(name, longText, wish),
    boolean: (name, wish) => column(name, boolean, wish),
    datetime: (name, wish) => column(name, 'datetime', wish, precision ? { precision } : {}),
    day: (name, wish) => column(name, 'varchar', wish, { length: '10' }),
    json: (name, wish) => column(name, longText, wish),
  };
  return {
    ...words,
    base: [
      { ...words.int('id'), isPrimary: true, isGenerated: true, generationStrategy: 'increment' },
      words.datetime('createdAt'),
      words.datetime('updatedAt'),
    ],
    site: words.int('siteId'),
  };
}

/** `indexes` and `uniques` map a written-out name to its columns; entities repeat them with `@Index`. */
export async function createTable(
  runner: QueryRunner,
  name: string,
  columns: readonly TableColumnOptions[],
  indexes: Readonly<Record<string, readonly string[]>> = {},
  uniques: Readonly<Record<string, readonly string[]>> = {},
): Promise<void> {
  const index =
    (isUnique: boolean) =>
    ([indexName, fields]: [string, readonly string[]]) => ({
      name: indexName,
      columnNames: [...fields],
      isUnique,
    });
  await runner.createTable(
    new Table({
      name,
      columns: [...columns],
      indices: [...Object.entries(indexes).map(index(false)), ...Object.entries(uniques).map(index(true))],
    }),
  );
}

function sqlDefault(value: string | number | boolean, isSqlite: boolean): string {
  if (typeof value === 'boolean') return value ? '1' : '0';
  if (typeof value === 'number') return isSqlite ? String(value) : `'${value}'`;
  return /^'.*'$/.test(value) ? value : `'${value}'`;
}
