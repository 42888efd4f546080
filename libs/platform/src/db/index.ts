export * from './entity';
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
  Not,
} from './where';
export type { AllOf, Filter, Where } from './where';
export type { Lock, Order, Selection } from './table';
export type { Changes, NewValues, SharedRepository, SiteRepository } from './repository';
export { Db, instant } from './db';
export { isUniqueViolation } from './db.errors';
export { columnsFor, createTable } from './columns';
export type { ColumnWish, ColumnWords } from './columns';
export { closeDb, migrate, openDb, revertAllMigrations, schemaDiff } from './open';
export type { DbConfig } from './data-source';
export { DbModule } from './db.module';
