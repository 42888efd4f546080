import type { Ctx } from '@zhanqun/kernel';
import { instant, type Db } from '@zhanqun/platform';

/** When each of these sites was last visited by a patrol; one grouped statement. */
export async function latestVisits(db: Db, ctx: Ctx, siteIds: readonly number[]): Promise<Map<number, Date>> {
  if (siteIds.length === 0) return new Map();
  const marks = siteIds.map(() => '?').join(', ');
  const rows = await db.sql<{ aboutSiteId: number; visitedAt: unknown }>(
    ctx,
    `SELECT aboutSiteId, MAX(visitedAt) AS visitedAt FROM patrol_visit WHERE aboutSiteId IN (${marks}) GROUP BY aboutSiteId`,
    siteIds,
  );
  return new Map(
    rows.flatMap(({ aboutSiteId, visitedAt }) => {
      const at = instant(visitedAt);
      return at ? [[Number(aboutSiteId), at] as const] : [];
    }),
  );
}
