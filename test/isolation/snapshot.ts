import { atSite, type SiteRef, type StaffCtx } from '@zhanqun/kernel';
import {
  entityColumns,
  In,
  SharedEntity,
  SiteEntity,
  siteEntities,
  type Db,
  type Where,
} from '@zhanqun/platform';
import { getMetadataArgsStorage } from 'typeorm';

/** Columns by which a shared row says whose it is. */
const OWNERS = ['siteId', 'ofSiteId', 'fromSiteId', 'toSiteId', 'aboutSiteId'];

type SharedClass = new () => SharedEntity;

/** Every row of every table that belongs to these sites, as text: equal before and after, or something was touched. */
export async function rowsOf(db: Db, ctx: StaffCtx, sites: readonly SiteRef[]): Promise<string[]> {
  const rows: string[] = [];
  const note = (entity: { name: string }, found: readonly object[]): void => {
    for (const row of found) rows.push(`${entity.name} ${JSON.stringify(row)}`);
  };
  for (const entity of siteEntities())
    for (const site of sites)
      note(entity, await db.site(atSite(ctx, site), entity as new () => SiteEntity).find({}));
  const ids = sites.map(({ id }) => id);
  for (const entity of sharedEntities()) {
    const owners = entityColumns(entity).filter(({ name }) => OWNERS.includes(name));
    const where = owners.map(({ name }) => ({ [name]: In(ids) })) as Where<SharedEntity>;
    if (owners.length > 0) note(entity, await db.shared(ctx, entity).find({ where }));
  }
  return rows.sort();
}

function sharedEntities(): SharedClass[] {
  return getMetadataArgsStorage()
    .tables.map(({ target }) => target as SharedClass)
    .filter((target) => typeof target === 'function' && target.prototype instanceof SharedEntity);
}
