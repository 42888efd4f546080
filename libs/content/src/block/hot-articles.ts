import type { SiteCtx } from '@zhanqun/kernel';

/**
 * 热点文章: what citizens of this site read most. The floor that counts visits implements it and registers itself
 * under this class; where nobody does, the block 热点文章 stays out of the page.
 */
export abstract class HotArticles {
  /** Ids of articles of this site, the most read of the last `days` days first; at most `count`. One statement. */
  abstract hottest(ctx: SiteCtx, days: number, count: number): Promise<readonly number[]>;
}
