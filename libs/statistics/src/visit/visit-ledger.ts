import { Injectable } from '@nestjs/common';
import type { SiteCtx } from '@zhanqun/kernel';
import { Article } from '@zhanqun/content';
import { Between, Db, In } from '@zhanqun/platform';
import { VisitCount } from './visit-count.entity';

export interface ArticleDay {
  readonly articleId: number;
  /** Shanghai day. */
  readonly onDay: string;
  readonly views: number;
}

/** Rows of one transaction. */
const BATCH = 200;
/** Rows read for one report: a busy site of a year. */
const MOST_ROWS = 200_000;

/** 访问量台账: the stored counts of a site. */
@Injectable()
export class VisitLedger {
  constructor(private readonly db: Db) {}

  /** Adds to what is stored. Numbers that name no published article of the site are dropped. */
  async add(ctx: SiteCtx, counted: readonly ArticleDay[]): Promise<void> {
    for (let from = 0; from < counted.length; from += BATCH)
      await this.addBatch(ctx, counted.slice(from, from + BATCH));
  }

  between(ctx: SiteCtx, fromDay: string, toDay: string): Promise<ArticleDay[]> {
    return this.db.site(ctx, VisitCount).select(['articleId', 'onDay', 'views'], {
      where: { onDay: Between(fromDay, toDay) },
      order: { onDay: 'ASC', id: 'ASC' },
      take: MOST_ROWS,
    });
  }

  private addBatch(ctx: SiteCtx, counted: readonly ArticleDay[]): Promise<void> {
    return this.db.transaction(ctx, async (ctx) => {
      const ids = [...new Set(counted.map(({ articleId }) => articleId))];
      const published = await this.db
        .site(ctx, Article)
        .select(['id'], { where: { id: In(ids), state: 'published' } });
      const known = new Set(published.map(({ id }) => id));
      const counts = this.db.site(ctx, VisitCount);
      const stored = await counts.find({
        where: { articleId: In([...known]), onDay: In([...new Set(counted.map(({ onDay }) => onDay))]) },
        lock: 'write',
      });
      const rows = counted
        .filter(({ articleId }) => known.has(articleId))
        .map(({ articleId, onDay, views }) => {
          const row =
            stored.find((one) => one.articleId === articleId && one.onDay === onDay) ??
            counts.build({ articleId, onDay, views: 0 });
          row.views += views;
          return row;
        });
      if (rows.length > 0) await counts.saveAll(rows);
    });
  }
}
