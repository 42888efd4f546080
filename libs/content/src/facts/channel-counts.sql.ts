import type { SiteCtx } from '@zhanqun/kernel';
import { instant, type Db } from '@zhanqun/platform';

export interface ChannelCount {
  readonly published: number;
  readonly newest: Date | null;
}

/** Published items and the newest of them, a channel of the site each; one grouped statement over the list index. */
export async function channelCounts(db: Db, ctx: SiteCtx): Promise<Map<number, ChannelCount>> {
  const rows = await db.sql<{ channelId: number; published: number | string; newest: unknown }>(
    ctx,
    'SELECT `channelId`, COUNT(*) AS `published`, MAX(`publishedAt`) AS `newest` FROM `article`' +
      " WHERE `siteId` = ? AND `state` = 'published' GROUP BY `channelId`",
    [ctx.site.id],
  );
  return new Map(
    rows.map(({ channelId, published, newest }) => [
      Number(channelId),
      { published: Number(published), newest: instant(newest) },
    ]),
  );
}
