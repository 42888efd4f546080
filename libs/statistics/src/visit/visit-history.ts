import { Injectable } from '@nestjs/common';
import type { SiteCtx } from '@zhanqun/kernel';
import { Db } from '@zhanqun/platform';
import { noHours, type PageDay } from './visit-batch';
import { VisitCount } from './visit-count.entity';
import { VisitTotal, type VisitScope } from './visit-total.entity';

/** A day that was counted elsewhere. */
export interface DayOfBefore {
  readonly onDay: string;
  readonly hours: readonly number[];
  readonly visitors: number;
}

/** 历史访问量: figures of days that are over, from a former counter. They come as they are, without registers. */
@Injectable()
export class VisitHistory {
  constructor(private readonly db: Db) {}

  async pages(ctx: SiteCtx, rows: readonly PageDay[]): Promise<void> {
    const counts = this.db.site(ctx, VisitCount);
    await counts.addUp(
      rows.map((row) => counts.build({ ...row })),
      ['views'],
    );
  }

  async days(ctx: SiteCtx, scope: VisitScope, days: readonly DayOfBefore[]): Promise<void> {
    const totals = this.db.site(ctx, VisitTotal);
    const rows = days.map(({ onDay, hours, visitors }) => {
      const views = hours.reduce((sum, each) => sum + each, 0);
      return totals.build({ scope, period: onDay, views, visitors, hours: [...hours], registers: '' });
    });
    await totals.addUp(rows, ['views', 'visitors']);
  }

  /** The hours of a day with these hits, as citizens come: mornings and evenings. */
  static spread(views: number): number[] {
    const hours = noHours();
    let [given, share] = [0, 0];
    for (const [hour, each] of SHARES.entries()) {
      share += each;
      hours[hour] = Math.round((views * share) / ALL) - given;
      given += hours[hour] ?? 0;
    }
    return hours;
  }
}

const SHARES = [1, 1, 1, 1, 1, 2, 3, 5, 9, 11, 10, 8, 5, 6, 9, 10, 9, 7, 5, 5, 6, 6, 4, 2];
const ALL = SHARES.reduce((sum, each) => sum + each, 0);
