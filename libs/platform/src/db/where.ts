import type { Driver, EntityMetadata, FindOperator } from 'typeorm';
import { ILike, InstanceChecker } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata';

export { Between, In, IsNull, LessThan, LessThanOrEqual, MoreThan, MoreThanOrEqual, Not } from 'typeorm';

/** Fields that must all match; `null` means "is empty", an operator (`In`, `Not`, `LessThan`, …) what it says. */
export type Filter<E> = {
  readonly [K in keyof E]?: E[K] | FindOperator<NonNullable<E[K]>> | FindOperator<E[K]>;
};

/** A filter, a list of alternatives (OR; an empty list matches nothing), or `allOf(…)`, `noneOf(…)` of those. */
export type Where<E> = Filter<E> | AllOf<E> | NoneOf<E> | readonly Where<E>[];

export class AllOf<E> {
  constructor(readonly parts: readonly Where<E>[]) {}
}

/** All of the given conditions: how a permission filter and a caller's filter are joined. */
export function allOf<E>(...parts: readonly Where<E>[]): AllOf<E> {
  return new AllOf(parts);
}

export class NoneOf<E> {
  constructor(readonly parts: readonly Where<E>[]) {}
}

/** None of the given conditions, those that cannot be decided (empty values) counted as not met. */
export function noneOf<E>(...parts: readonly Where<E>[]): NoneOf<E> {
  return new NoneOf(parts);
}

/** Text that contains the given words literally (`%` and `_` are ordinary characters), ASCII case ignored. */
export function containing(text: string): FindOperator<string> {
  return ILike(`%${text.replace(/[!%_]/g, '!$&')}%`);
}

const comparisons: Readonly<Record<string, string>> = {
  equal: '=',
  lessThan: '<',
  lessThanOrEqual: '<=',
  moreThan: '>',
  moreThanOrEqual: '>=',
};

/**
 * Turns a condition into SQL for one table and collects its parameters.
 *
 * `Not` includes empty (NULL) values, as the same question asked in memory would. `undefined` is
 * refused: a forgotten value must never widen a query.
 */
export class WhereWriter {
  readonly parameters: unknown[] = [];

  constructor(
    private readonly metadata: EntityMetadata,
    private readonly driver: Driver,
  ) {}

  write(where: Where<never> | object): string {
    if (where instanceof AllOf) return this.join(where.parts, ' AND ', '1 = 1');
    if (where instanceof NoneOf) return `(${this.join(where.parts, ' OR ', '1 = 0')}) IS NOT TRUE`;
    if (Array.isArray(where)) return this.join(where, ' OR ', '1 = 0');
    const parts = Object.entries(where).map(([field, value]) => this.field(field, value));
    return parts.length === 0 ? '1 = 1' : parts.join(' AND ');
  }

  private join(parts: readonly object[], word: string, whenEmpty: string): string {
    return parts.length === 0 ? whenEmpty : parts.map((part) => `(${this.write(part)})`).join(word);
  }

  private field(field: string, value: unknown): string {
    const column = this.metadata.findColumnWithPropertyName(field);
    if (!column) throw new Error(`${this.metadata.name} has no field ${field}`);
    const name = this.driver.escape(column.databaseName);
    if (value === undefined) throw new Error(`${this.metadata.name}.${field} is undefined in a condition`);
    if (value === null) return `${name} IS NULL`;
    if (InstanceChecker.isFindOperator(value)) return this.operator(column, name, value);
    return `${name} = ${this.parameter(column, value)}`;
  }

  private operator(column: ColumnMetadata, name: string, operator: FindOperator<unknown>): string {
    const { type, child, value } = operator;
    if (type === 'isNull') return `${name} IS NULL`;
    if (type === 'not') return this.negation(column, name, child, value);
    if (child) return this.operator(column, name, child);
    if (type === 'in') {
      if (!Array.isArray(value)) throw new Error('In() takes a list');
      if (value.length === 0) return '1 = 0';
      return `${name} IN (${value.map((item) => this.parameter(column, item)).join(', ')})`;
    }
    if (type === 'between') {
      if (!Array.isArray(value)) throw new Error('Between() takes two values');
      return `${name} BETWEEN ${this.parameter(column, value[0])} AND ${this.parameter(column, value[1])}`;
    }
    if (type === 'ilike') return `UPPER(${name}) LIKE UPPER(${this.parameter(column, value)}) ESCAPE '!'`;
    const sign = comparisons[type];
    if (!sign) throw new Error(`${type} cannot be used in a condition`);
    return `${name} ${sign} ${this.parameter(column, value)}`;
  }

  private negation(
    column: ColumnMetadata,
    name: string,
    child: FindOperator<unknown> | undefined,
    value: unknown,
  ): string {
    if (child?.type === 'isNull' || (!child && value === null)) return `${name} IS NOT NULL`;
    const inner = child ? this.operator(column, name, child) : `${name} = ${this.parameter(column, value)}`;
    return column.isNullable ? `(NOT (${inner}) OR ${name} IS NULL)` : `NOT (${inner})`;
  }

  private parameter(column: ColumnMetadata, value: unknown): string {
    this.parameters.push(columnValue(this.driver, column, value));
    return '?';
  }
}

/** The value as the driver takes it. Objects are refused: mysql2 would expand them into SQL. */
export function columnValue(driver: Driver, column: ColumnMetadata, value: unknown): unknown {
  // SQLite would keep it as a text that stands before every other time: due at once, and for ever.
  if (value instanceof Date && Number.isNaN(value.getTime())) throw wrongValue(column, value);
  const prepared: unknown = driver.preparePersistentValue(value, column);
  if (prepared === null || prepared instanceof Date) return prepared;
  if (typeof prepared === 'number' && !Number.isFinite(prepared)) throw wrongValue(column, prepared);
  if (typeof prepared === 'object' || typeof prepared === 'function' || prepared === undefined) {
    throw wrongValue(column, prepared);
  }
  return prepared;
}

function wrongValue(column: ColumnMetadata, value: unknown): Error {
  return new Error(
    `${column.entityMetadata.name}.${column.propertyName} cannot hold ${typeof value} ${String(value)}`,
  );
}
