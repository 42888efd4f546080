import { getMetadataArgsStorage } from 'typeorm';
import { SharedEntity, SiteEntity } from './entity';

/** A column as its entity describes it. */
export interface EntityColumn {
  readonly name: string;
  /** `int`, `bigint`, `varchar`, `text`, `boolean`, `datetime` or `simple-json`. */
  readonly type: string;
  readonly length: number | null;
  readonly isNullable: boolean;
}

type EntityClass = new () => object;

/** Every entity whose file was imported: a library's entities are there because the library is. */
export function knownEntities(): EntityClass[] {
  return getMetadataArgsStorage()
    .tables.map(({ target }) => target)
    .filter((target): target is EntityClass => typeof target === 'function')
    .filter(({ prototype }) => prototype instanceof SiteEntity || prototype instanceof SharedEntity);
}

/** The entities that belong to sites: what sweeps over all of them start from. */
export function siteEntities(): (new () => SiteEntity)[] {
  return knownEntities().filter(
    (entity): entity is new () => SiteEntity => entity.prototype instanceof SiteEntity,
  );
}

/** The columns of an entity, inherited ones included. */
export function entityColumns(entity: EntityClass): EntityColumn[] {
  return getMetadataArgsStorage()
    .columns.filter(({ target }) => familyOf(entity).includes(target as object))
    .map(({ propertyName, options }) => ({
      name: propertyName,
      type: String(options.type),
      length: options.length === undefined ? null : Number(options.length),
      isNullable: options.nullable === true,
    }));
}

/** The declared indexes and unique keys of an entity. */
export function entityIndexes(
  entity: EntityClass,
): { readonly name: string; readonly columns: readonly string[] }[] {
  return getMetadataArgsStorage()
    .indices.filter(({ target }) => target === entity)
    .map(({ name, columns }) => ({ name: name ?? '', columns: Array.isArray(columns) ? columns : [] }));
}

function familyOf(entity: EntityClass): object[] {
  const family: object[] = [];
  for (let type: object | null = entity; type; type = Object.getPrototypeOf(type) as object | null)
    family.push(type);
  return family;
}
