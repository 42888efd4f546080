import { Injectable, Logger } from '@nestjs/common';
import { addDays, daysBetween, shanghaiDay, type SiteCtx } from '@zhanqun/kernel';
import { Article, HotArticles } from '@zhanqun/content';
import { Db, In, MoreThan } from '@zhanqun/platform';
import { VisitCount } from './visit-count.entity';

const KEPT_MS = 10 * 60_000;
/** After a failure the old list is shown for this long before it is tried again. */
const RETRY_MS = 30_000;
/** Articles ranked a site and window; a block shows far fewer. */
const RANKED = 100;
/** The most read rows of a window: what stands behind them does not reach the list. */
const ROWS = 4_000;
const MOST_LISTS = 5_000;

interface Ranking {
  readonly ids: Promise<readonly number[]>;
  until: number;
}

/**
 * 热点文章: what was read most lately. A hit of today counts whole, one at a third of the window half, so that
 * the list follows what happens. Ranked once in ten minutes a site: pages cost no statement.
 */
@Injectable()
export class VisitedHotArticles extends HotArticles {
  private readonly logger = new Logger('Visits');
  private readonly rankings = new Map<string, Ranking>();

  constructor(private readonly db: Db) {
    super();
  }

  async hottest(ctx: SiteCtx, days: number, count: number): Promise<readonly number[]> {
    const key = `${ctx.site.id}/${days}`;
    const now = ctx.now.getTime();
    const known = this.rankings.get(key);
    if (known && now < known.until) return (await known.ids).slice(0, count);
    if (this.rankings.size >= MOST_LISTS) this.rankings.clear();
    const before = known?.ids ?? Promise.resolve([]);
    const ranking: Ranking = { until: now + KEPT_MS, ids: Promise.resolve([]) };
    const ids = this.rank(ctx, days).catch((error: unknown) => {
      this.logger.warn(`${ctx.site.key} 的热点文章暂时排不出来：${String(error)}`);
      ranking.until = now + RETRY_MS;
      return before;
    });
    this.rankings.set(key, Object.assign(ranking, { ids }));
    return (await ids).slice(0, count);
  }

  private async rank(ctx: SiteCtx, days: number): Promise<readonly number[]> {
    const today = shanghaiDay(ctx.now);
    const rows = await this.db.site(ctx, VisitCount).select(['subjectId', 'onDay', 'views'], {
      where: { kind: 'article', onDay: MoreThan(addDays(today, -days)) },
      order: { views: 'DESC', id: 'DESC' },
      take: ROWS,
    });
    const scores = new Map<number, number>();
    for (const { subjectId, onDay, views } of rows) {
      const weight = 2 ** (-daysBetween(onDay, today) / (days / 3));
      scores.set(subjectId, (scores.get(subjectId) ?? 0) + views * weight);
    }
    const ranked = [...scores]
      .toSorted(([leftId, left], [rightId, right]) => right - left || rightId - leftId)
      .slice(0, RANKED)
      .map(([id]) => id);
    if (ranked.length === 0) return [];
    const shown = await this.db
      .site(ctx, Article)
      .select(['id'], { where: { id: In(ranked), state: 'published' } });
    const isShown = new Set(shown.map(({ id }) => id));
    return ranked.filter((id) => isShown.has(id));
  }
}
