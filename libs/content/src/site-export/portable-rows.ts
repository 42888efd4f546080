import { entityColumns, type SiteEntity } from '@zhanqun/platform';
import type { PackedRow } from './site-format';

/** What a column that names another row becomes in the file. Accounts stay behind: people differ everywhere. */
export type Reference = 'channel' | 'article' | 'revision' | 'asset' | 'organisation' | 'account' | 'none';

/** How rows of one entity travel. Columns that name rows and are not mentioned do not travel at all. */
export interface Portrait {
  readonly entity: new () => SiteEntity;
  readonly references: Readonly<Record<string, Reference>>;
  /** Facts of the place, not of the content. */
  readonly left: readonly string[];
}

const OWN = new Set(['id', 'siteId', 'createdAt', 'updatedAt']);

/** Every column that names another row is mentioned in a portrait; a test says so. */
export function unmentioned({ entity, references, left }: Portrait): string[] {
  return entityColumns(entity)
    .map(({ name }) => name)
    .filter((name) => /Ids?$/.test(name) && !OWN.has(name) && !(name in references) && !left.includes(name));
}

export type Lookup = (reference: Reference, value: number) => number | string | null;

export function packRow(row: SiteEntity, { entity, references, left }: Portrait, lookup: Lookup): PackedRow {
  const packed: Record<string, unknown> = {};
  const values = row as unknown as Record<string, unknown>;
  for (const { name } of entityColumns(entity).toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    if (OWN.has(name) || left.includes(name)) continue;
    const reference = references[name];
    if (reference === undefined && /Ids?$/.test(name)) continue;
    const value = values[name];
    if (reference === 'account' || reference === 'none') continue;
    if (reference !== undefined) packed[name] = typeof value === 'number' ? lookup(reference, value) : null;
    else packed[name] = value instanceof Date ? value.toISOString() : (value ?? null);
  }
  return packed;
}

export type FindRow = (reference: Reference, value: number | string) => number | null;

/** Columns this platform knows, in its own types; what it does not know is left out. */
export function unpackRow(
  packed: PackedRow,
  { entity, references, left }: Portrait,
  find: FindRow,
): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const { name, type, isNullable, length } of entityColumns(entity)) {
    if (OWN.has(name) || left.includes(name)) continue;
    const reference = references[name];
    if (reference === 'account') {
      values[name] = isNullable ? null : type === 'simple-json' ? [] : 0;
      continue;
    }
    const value = packed[name];
    if (value === undefined || reference === 'none' || (reference === undefined && /Ids?$/.test(name)))
      continue;
    if (value === null) {
      if (isNullable) values[name] = null;
    } else if (reference !== undefined) values[name] = find(reference, value as number | string);
    else if (type === 'datetime') values[name] = new Date(textOf(value));
    else if (type === 'varchar' || type === 'text') values[name] = bounded(textOf(value), length);
    else values[name] = value;
  }
  return values;
}

const bounded = (text: string, length: number | null): string =>
  length !== null && text.length > length ? text.slice(0, length) : text;

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
