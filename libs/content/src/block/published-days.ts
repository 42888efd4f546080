import { Injectable } from '@nestjs/common';
import { shanghaiDay, startOfDay, type SiteCtx } from '@zhanqun/kernel';
import { Db, MoreThanOrEqual } from '@zhanqun/platform';
import { Article } from '../article/article.entity';

/** A site that publishes more in a month is counted as this much. */
const MOST = 3_000;

/** 每天发布几条. */
@Injectable()
export class PublishedDays {
  constructor(private readonly db: Db) {}

  /** Articles that are public now, by the day of their publication. One statement, along `siteId, updatedAt`. */
  async since(ctx: SiteCtx, day: string): Promise<ReadonlyMap<string, number>> {
    const from = MoreThanOrEqual(startOfDay(day));
    // A row is never older than its publication: the index over changes finds the month without a walk over the archive.
    const where = { updatedAt: from, state: 'published' as const, publishedAt: from };
    const rows = await this.db.site(ctx, Article).select(['publishedAt'], { where, take: MOST });
    const counts = new Map<string, number>();
    for (const { publishedAt } of rows) {
      const each = shanghaiDay(publishedAt as Date);
      counts.set(each, (counts.get(each) ?? 0) + 1);
    }
    return counts;
  }
}
