import type { DataSource, EntityMetadata, QueryResult } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata';
import { SiteEntity } from './entity';
import { columnValue, WhereWriter } from './where';
import type { Where } from './where';

export type Lock = 'write' | 'skipLocked';
export type Order<E> = { readonly [K in keyof E]?: 'ASC' | 'DESC' };
export interface Selection<E> {
  readonly where?: Where<E>;
  readonly order?: Order<E>;
  readonly take?: number;
  readonly skip?: number;
  readonly lock?: Lock;
}

export type Row = Record<string, unknown>;
/** Runs one statement, inside the caller's transaction when there is one. */
export type RunStatement = (text: string, parameters: unknown[]) => Promise<QueryResult>;

const INSERT_BATCH = 100;

/**
 * The five statements on one table: select, count, insert, update, delete.
 *
 * Rows are flat (related rows are loaded by id, never joined), so the statements are written here in
 * plain sight instead of through a query builder: every condition passes one writer, every value is
 * converted by its column, and a list costs half the CPU.
 */
export class Table<E extends object> {
  private readonly name: string;
  private readonly id: ColumnMetadata;
  private readonly fixed: ReadonlySet<string>;
  /** What the database held when a row was loaded, as the driver gave it. */
  private readonly loaded = new WeakMap<Row, Row>();

  constructor(
    private readonly source: DataSource,
    private readonly metadata: EntityMetadata,
  ) {
    this.name = source.driver.escape(metadata.tableName);
    this.id = this.column('id');
    const isOfSite = (metadata.target as new () => object).prototype instanceof SiteEntity;
    this.fixed = new Set(isOfSite ? ['id', 'siteId'] : ['id']);
  }

  async select(run: RunStatement, fields: readonly string[] | null, selection: Selection<E>): Promise<Row[]> {
    const columns = fields ? fields.map((field) => this.column(field)) : this.metadata.columns;
    const { text, parameters } = this.condition(selection.where);
    const { records } = await run(
      `SELECT ${columns.map((column) => this.escape(column)).join(', ')} FROM ${this.name}` +
        text +
        this.orderBy(selection.order) +
        limit(selection.take, selection.skip) +
        this.lock(selection.lock),
      parameters,
    );
    return (records as Row[]).map((record) => this.hydrate(record, columns, fields === null));
  }

  async count(run: RunStatement, where: Where<E> | undefined): Promise<number> {
    const { text, parameters } = this.condition(where);
    const { records } = await run(
      `SELECT COUNT(*) AS ${this.source.driver.escape('n')} FROM ${this.name}${text}`,
      parameters,
    );
    return Number((records as { n: number | string }[])[0]?.n ?? 0);
  }

  /** Stores new rows and gives each its id. */
  async insert(run: RunStatement, rows: readonly Row[]): Promise<void> {
    for (let from = 0; from < rows.length; from += INSERT_BATCH) {
      const batch = rows.slice(from, from + INSERT_BATCH);
      const { text, values } = this.insertion(batch);
      const { raw } = await run(text, values);
      // SQLite tells the last id of a statement, MySQL the first; within one statement they are consecutive.
      const first =
        typeof raw === 'number' ? raw - batch.length + 1 : Number((raw as { insertId: number }).insertId);
      batch.forEach((row, index) => {
        row['id'] = first + index;
        this.remember(row);
      });
    }
  }

  /**
   * Stores rows as new, or adds their `fields` to the row that already holds the same unique key: the
   * database adds, so processes that do it at the same time lose nothing of one another.
   */
  async addUp(run: RunStatement, rows: readonly Row[], fields: readonly string[]): Promise<void> {
    const isSqlite = this.source.options.type === 'better-sqlite3';
    const sums = fields.map((field) => {
      const name = this.escape(this.column(field));
      return `${name} = ${this.name}.${name} + ${isSqlite ? `excluded.${name}` : `VALUES(${name})`}`;
    });
    const onTwice = isSqlite ? ' ON CONFLICT DO UPDATE SET ' : ' ON DUPLICATE KEY UPDATE ';
    for (let from = 0; from < rows.length; from += INSERT_BATCH) {
      const { text, values } = this.insertion(rows.slice(from, from + INSERT_BATCH));
      await run(text + onTwice + sums.join(', '), values);
    }
  }

  /** Changes the given fields of all matching rows; tells how many matched. */
  async update(run: RunStatement, where: Where<E>, values: Row): Promise<number> {
    const columns = Object.keys(values)
      .filter((field) => values[field] !== undefined)
      .map((field) => this.column(field));
    const fixed = columns.find(
      ({ propertyName }) => this.isFixed(propertyName) || propertyName === 'createdAt',
    );
    if (fixed) throw new Error(`${this.metadata.name}.${fixed.propertyName} never changes`);
    if (columns.length === 0) throw new Error(`nothing to change in ${this.metadata.name}`);
    const { text, parameters } = this.condition(where);
    const { affected } = await run(
      `UPDATE ${this.name} SET ${columns.map((column) => `${this.escape(column)} = ?`).join(', ')}${text}`,
      [...columns.map((column) => this.value(column, values[column.propertyName])), ...parameters],
    );
    return affected ?? 0;
  }

  async remove(run: RunStatement, where: Where<E>): Promise<number> {
    const { text, parameters } = this.condition(where);
    const { affected } = await run(`DELETE FROM ${this.name}${text}`, parameters);
    return affected ?? 0;
  }

  /** A new, complete row in memory: the column's default, or null where the column may be empty. */
  blank(): Row {
    const row = new (this.metadata.target as new () => Row)();
    for (const column of this.metadata.columns) {
      if (column === this.id || row[column.propertyName] !== undefined) continue;
      if (column.default !== undefined) row[column.propertyName] = column.default;
      else if (column.isNullable) row[column.propertyName] = null;
    }
    return row;
  }

  /**
   * What a save has to write: the fields that differ from what was loaded (all of them when the row was
   * not loaded here), so that two people changing different fields do not undo each other.
   */
  changes(row: Row): Row {
    const stored = this.loaded.get(row);
    const changed = this.metadata.columns.filter((column) => {
      const value = row[column.propertyName];
      if (this.isFixed(column.propertyName) || column.propertyName === 'createdAt') return false;
      if (value === undefined) return false;
      return !stored || plain(stored[column.databaseName]) !== plain(this.value(column, value));
    });
    return Object.fromEntries(changed.map(({ propertyName }) => [propertyName, row[propertyName]]));
  }

  /** Remembers the row as stored now. */
  remember(row: Row): void {
    const values = this.metadata.columns.map((column) => [
      column.databaseName,
      this.value(column, row[column.propertyName]),
    ]);
    this.loaded.set(row, Object.fromEntries(values) as Row);
  }

  /** The id, and the site of a site's row: set once, by the doorway. */
  isFixed(field: string): boolean {
    return this.fixed.has(field);
  }

  hasField(field: string): boolean {
    return this.metadata.findColumnWithPropertyName(field) !== undefined;
  }

  private insertion(rows: readonly Row[]): { text: string; values: unknown[] } {
    const columns = this.metadata.columns.filter((column) => column !== this.id);
    const names = columns.map((column) => this.escape(column)).join(', ');
    const places = `(${columns.map(() => '?').join(', ')})`;
    return {
      text: `INSERT INTO ${this.name} (${names}) VALUES ${rows.map(() => places).join(', ')}`,
      values: rows.flatMap((row) => columns.map((column) => this.value(column, row[column.propertyName]))),
    };
  }

  private condition(where: Where<E> | undefined): { text: string; parameters: unknown[] } {
    if (where === undefined) return { text: '', parameters: [] };
    const writer = new WhereWriter(this.metadata, this.source.driver);
    return { text: ` WHERE ${writer.write(where)}`, parameters: writer.parameters };
  }

  private orderBy(order: Order<E> | undefined): string {
    const parts = Object.entries(order ?? {}).map(([field, direction]) => {
      return `${this.escape(this.column(field))} ${direction === 'DESC' ? 'DESC' : 'ASC'}`;
    });
    return parts.length === 0 ? '' : ` ORDER BY ${parts.join(', ')}`;
  }

  /** SQLite needs none: its one writer at a time is already alone. */
  private lock(lock: Lock | undefined): string {
    if (!lock || this.source.options.type === 'better-sqlite3') return '';
    return lock === 'skipLocked' ? ' FOR UPDATE SKIP LOCKED' : ' FOR UPDATE';
  }

  private hydrate(record: Row, columns: readonly ColumnMetadata[], asEntity: boolean): Row {
    const row = asEntity ? new (this.metadata.target as new () => Row)() : {};
    for (const column of columns) {
      row[column.propertyName] = this.source.driver.prepareHydratedValue(record[column.databaseName], column);
    }
    if (asEntity) this.loaded.set(row, record);
    return row;
  }

  private value(column: ColumnMetadata, value: unknown): unknown {
    if (value === undefined) {
      if (column.default !== undefined) return columnValue(this.source.driver, column, column.default);
      if (!column.isNullable) throw new Error(`${this.metadata.name}.${column.propertyName} has no value`);
      return null;
    }
    return columnValue(this.source.driver, column, value);
  }

  private column(field: string): ColumnMetadata {
    const column = this.metadata.findColumnWithPropertyName(field);
    if (!column) throw new Error(`${this.metadata.name} has no field ${field}`);
    return column;
  }

  private escape(column: ColumnMetadata): string {
    return this.source.driver.escape(column.databaseName);
  }
}

/** Comparable whether the driver gave the value or takes it: it reads 1 where `true` was written. */
function plain(value: unknown): unknown {
  if (value instanceof Date) return value.getTime();
  return typeof value === 'boolean' ? Number(value) : value;
}

function limit(take: number | undefined, skip: number | undefined): string {
  if (take === undefined && !skip) return '';
  const rows = take === undefined ? '9223372036854775807' : String(wholeNumber(take));
  return ` LIMIT ${rows}${skip ? ` OFFSET ${wholeNumber(skip)}` : ''}`;
}

function wholeNumber(value: number): number {
  if (!Number.isSafeInteger(value) || value < 0) throw new Error(`not a number of rows: ${value}`);
  return value;
}
