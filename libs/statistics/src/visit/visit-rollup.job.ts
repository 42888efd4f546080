import { Injectable } from '@nestjs/common';
import { addDays, atSite, shanghaiDay, type SiteCtx, type StaffCtx } from '@zhanqun/kernel';
import { Between, Db, Scheduled, SiteDirectory, type ScheduledJob } from '@zhanqun/platform';
import { Settings } from '@zhanqun/tenancy';
import { noHours } from './visit-batch';
import { VisitCount } from './visit-count.entity';
import { OLDEST_DAY, ROLL_UP_PAGES, type PageMonthRow } from './visit-rollup.sql';
import { VisitSalts } from './visit-salts';
import { keepVisitDays } from './visit-settings';
import { VisitTotal, type VisitScope } from './visit-total.entity';

/**
 * 访问量汇总: each night the salts of days gone by are erased, and whole months whose days are older than
 * the setting become one row a page and one row a site. A month stands either in days or in one row, never
 * in both: the change is one transaction.
 */
@Injectable()
@Scheduled({ key: 'statistics.visitRollup', dailyAt: '00:20' })
export class VisitRollup implements ScheduledJob {
  constructor(
    private readonly db: Db,
    private readonly salts: VisitSalts,
    private readonly settings: Settings,
    private readonly directory: SiteDirectory,
  ) {}

  async run(ctx: StaffCtx): Promise<void> {
    const today = shanghaiDay(ctx.now);
    await this.salts.erase(ctx, today);
    for (const site of this.directory.all()) {
      const here = atSite(ctx, site);
      // What ends before this day is old: the month that contains it still has younger days.
      const before = `${addDays(today, -this.settings.get(here, keepVisitDays)).slice(0, 7)}-01`;
      for (;;) if (!(await this.rollUpOldest(here, before))) break;
    }
  }

  /** One month of one site; false when there is none left. */
  private async rollUpOldest(ctx: SiteCtx, before: string): Promise<boolean> {
    const oldest = await this.oldestDay(ctx, before);
    if (!oldest) return false;
    const month = oldest.slice(0, 7);
    const end = `${month}-31`;
    await this.db.transaction(ctx, async (ctx) => {
      await this.rollUpPages(ctx, month, end);
      for (const scope of ['site', 'network'] as const) await this.rollUpTotals(ctx, scope, month, end);
    });
    return true;
  }

  /** A day is longer than a month is written, so `2026-03-01` comes after `2026-03` and before `2026-04`. */
  private async oldestDay(ctx: SiteCtx, before: string): Promise<string | null> {
    const days = await this.db.sql<{ day: string | null }>(ctx, OLDEST_DAY, [
      ctx.site.id,
      before,
      ctx.site.id,
      before,
    ]);
    return days.flatMap(({ day }) => (day ? [day] : [])).toSorted()[0] ?? null;
  }

  private async rollUpPages(ctx: SiteCtx, month: string, end: string): Promise<void> {
    const counts = this.db.site(ctx, VisitCount);
    const days = [ctx.site.id, `${month}-01`, end];
    const sums = await this.db.sql<PageMonthRow>(ctx, ROLL_UP_PAGES, days);
    await counts.addUp(
      sums.map(({ kind, subjectId, views }) =>
        counts.build({ kind, subjectId: Number(subjectId), views: Number(views), onDay: month }),
      ),
      ['views'],
    );
    await counts.removeWhere({ onDay: Between(`${month}-01`, end) });
  }

  private async rollUpTotals(ctx: SiteCtx, scope: VisitScope, month: string, end: string): Promise<void> {
    const totals = this.db.site(ctx, VisitTotal);
    const days = await totals.find({ where: { scope, period: Between(`${month}-01`, end) } });
    if (days.length === 0) return;
    const whole =
      (await totals.findOne({ scope, period: month }, { lock: 'write' })) ??
      totals.build({ scope, period: month, views: 0, visitors: 0, hours: noHours(), registers: '' });
    for (const day of days) {
      whole.views += day.views;
      whole.visitors += day.visitors;
      whole.hours = whole.hours.map((views, hour) => views + (day.hours[hour] ?? 0));
    }
    await totals.save(whole);
    await totals.removeWhere({ scope, period: Between(`${month}-01`, end) });
  }
}
