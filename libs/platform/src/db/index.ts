export * from './entity';
export { entityColumns, entityIndexes, siteEntities } from './entity-facts';
export type { EntityColumn } from './entity-facts';
export {
  allOf,
  Between,
  containing,
  In,
  IsNull,
  LessThan,
  LessThanOrEqual,
  MoreThan,
  MoreThanOrEqual,
  noneOf,
  Not,
} from './where';
export type { AllOf, Filter, NoneOf, Where } from './where';
export { marks } from './marks';
export type { Lock, Order, Selection } from './table';
export type { Changes, NewValues, SharedRepository, SiteRepository } from './repository';
export { Db, instant } from './db';
export { isUniqueViolation } from './db.errors';
export { columnsFor, createTable } from './columns';
export type { ColumnWish, ColumnWords } from './columns';
export {
  closeDb,
  createTables,
  migrate,
  openDb,
  revertAllMigrations,
  runMigration,
  schemaDiff,
} from './open';
export type { DbConfig } from './data-source';
export { DbModule } from './db.module';
export { poolFigures, type PoolFigures } from './pool-figures';
export { readable } from './readable';
