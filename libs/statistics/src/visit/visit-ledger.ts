import { Injectable } from '@nestjs/common';
import type { SiteCtx } from '@zhanqun/kernel';
import { Article, Channel, Topic } from '@zhanqun/content';
import { Between, Db, In } from '@zhanqun/platform';
import { noHours, type PageDay, type VisitBatch } from './visit-batch';
import { VisitCount } from './visit-count.entity';
import { VisitTotal, type VisitScope } from './visit-total.entity';
import { hasSubject, type SubjectKind } from './visited-page';
import { VisitorSketch } from './visitor-sketch';

export interface ArticleDay {
  readonly articleId: number;
  /** Shanghai day. */
  readonly onDay: string;
  readonly views: number;
}

interface DayTotal {
  readonly onDay: string;
  readonly hours: readonly number[];
  readonly visitors: VisitorSketch;
}

/** Ids asked for in one statement. */
const BATCH = 500;
/** Rows read for one report: a busy site of a year. */
const MOST_ROWS = 200_000;

/** 访问量台账: the stored counts of a site. */
@Injectable()
export class VisitLedger {
  constructor(private readonly db: Db) {}

  /**
   * Adds what was counted at sites of one network, given by its portal, to what is stored, all or nothing. Pages that the site
   * does not have (any more, or in public) are dropped; a batch of such pages counts no visitor either.
   */
  async add(
    ctx: SiteCtx,
    batches: readonly VisitBatch[],
    ctxOf: (portal: SiteCtx, siteId: number) => SiteCtx | null,
  ): Promise<void> {
    await this.db.transaction(ctx, async (ctx) => {
      const network = new Map<string, { hours: number[]; visitors: VisitorSketch }>();
      for (const batch of batches) {
        const site = ctxOf(ctx, batch.siteId);
        const share = site ? await this.addBatch(site, batch) : 0;
        if (share === 0) continue;
        const day = network.get(batch.onDay) ?? {
          hours: noHours(),
          visitors: VisitorSketch.empty(),
        };
        network.set(batch.onDay, day);
        hoursOf(batch, share).forEach((views, hour) => (day.hours[hour] = (day.hours[hour] ?? 0) + views));
        day.visitors.merge(batch.visitors);
      }
      for (const [onDay, day] of network) await this.addTotal(ctx, 'network', { onDay, ...day });
    });
  }

  /** Hits of articles, day by day. */
  async between(ctx: SiteCtx, fromDay: string, toDay: string): Promise<ArticleDay[]> {
    const rows = await this.db.site(ctx, VisitCount).select(['subjectId', 'onDay', 'views'], {
      where: { onDay: Between(fromDay, toDay), kind: 'article' },
      order: { onDay: 'ASC', id: 'ASC' },
      take: MOST_ROWS,
    });
    return rows.map(({ subjectId, onDay, views }) => ({ articleId: subjectId, onDay, views }));
  }

  /** Answers how many hits were true. */
  private async addBatch(ctx: SiteCtx, batch: VisitBatch): Promise<number> {
    const rows = await this.known(ctx, batch.rows);
    const views = rows.reduce((sum, row) => sum + row.views, 0);
    if (views === 0) return 0;
    const counts = this.db.site(ctx, VisitCount);
    await counts.addUp(
      rows.map((row) => counts.build({ ...row })),
      ['views'],
    );
    await this.addTotal(ctx, 'site', {
      onDay: batch.onDay,
      hours: hoursOf(batch, views),
      visitors: batch.visitors,
    });
    return views;
  }

  /** The statement that adds takes the row's lock, so what is merged after it is merged by one at a time. */
  private async addTotal(
    ctx: SiteCtx,
    scope: VisitScope,
    { onDay, hours, visitors }: DayTotal,
  ): Promise<void> {
    const totals = this.db.site(ctx, VisitTotal);
    const views = hours.reduce((sum, each) => sum + each, 0);
    const none = noHours();
    const added = totals.build({ scope, period: onDay, views, visitors: 0, hours: none, registers: '' });
    await totals.addUp([added], ['views']);
    const row = await totals.findOne({ scope, period: onDay }, { lock: 'write' });
    if (!row) return;
    const known = VisitorSketch.fromText(row.registers);
    known.merge(visitors);
    row.hours = row.hours.map((each, hour) => each + (hours[hour] ?? 0));
    row.visitors = known.estimate;
    row.registers = known.toText();
    await totals.save(row);
  }

  private async known(ctx: SiteCtx, rows: readonly PageDay[]): Promise<readonly PageDay[]> {
    const idsOf = (kind: SubjectKind): number[] =>
      rows.filter((row) => row.kind === kind).map(({ subjectId }) => subjectId);
    const known: Record<SubjectKind, ReadonlySet<number>> = {
      article: await this.published(ctx, idsOf('article')),
      channel: await this.channels(ctx, idsOf('channel')),
      topic: await this.topics(ctx, idsOf('topic')),
    };
    return rows.filter(({ kind, subjectId }) => !hasSubject(kind) || known[kind].has(subjectId));
  }

  private async published(ctx: SiteCtx, ids: readonly number[]): Promise<ReadonlySet<number>> {
    const articles = this.db.site(ctx, Article);
    return collect(ids, (some) => articles.select(['id'], { where: { id: In(some), state: 'published' } }));
  }

  private channels(ctx: SiteCtx, ids: readonly number[]): Promise<ReadonlySet<number>> {
    return collect(ids, (some) => this.db.site(ctx, Channel).select(['id'], { where: { id: In(some) } }));
  }

  private topics(ctx: SiteCtx, ids: readonly number[]): Promise<ReadonlySet<number>> {
    return collect(ids, (some) => this.db.site(ctx, Topic).select(['id'], { where: { id: In(some) } }));
  }
}

async function collect(
  ids: readonly number[],
  ask: (some: readonly number[]) => Promise<readonly { id: number }[]>,
): Promise<ReadonlySet<number>> {
  const found = new Set<number>();
  for (let from = 0; from < ids.length; from += BATCH)
    for (const { id } of await ask(ids.slice(from, from + BATCH))) found.add(id);
  return found;
}

/** The hours of the batch; where some of its hits were dropped, the hours shrink with them. */
function hoursOf({ hours }: VisitBatch, views: number): readonly number[] {
  let surplus = hours.reduce((sum, each) => sum + each, 0) - views;
  return hours.map((each) => {
    const less = Math.min(Math.max(surplus, 0), each);
    surplus -= less;
    return each - less;
  });
}
