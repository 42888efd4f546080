import { createMongoAbility, type MongoAbility } from '@casl/ability';
import type { SiteRef } from '@zhanqun/kernel';
import { rightsOf, type Standing } from './rights';

/** Actions and subjects are open words here: each library of the floors above brings its own. */
export type RightsAbility = MongoAbility;

/**
 * The rules as a CASL ability. A row is recognised by `subject()`'s tag, then by its class's
 * `modelName`, then by its class name; that is CASL's own order.
 */
export function abilityOf(standing: Standing, site: SiteRef | undefined, now: Date): RightsAbility {
  return createMongoAbility(rightsOf(standing, site, now));
}
