import { Injectable } from '@nestjs/common';
import { Article } from '@zhanqun/content';
import { addDays, atSite, shanghaiDay, type SiteCtx, type StaffCtx } from '@zhanqun/kernel';
import { Db, SiteDirectory } from '@zhanqun/platform';
import { VisitLedger, type ArticleDay } from '@zhanqun/statistics';

const DAYS = 30;
const ARTICLES = 12;
/** New texts are read most. */
const FADING = 0.82;

/** What citizens read in the last weeks: more on the portal, more on working days, the newest most. */
@Injectable()
export class VisitSeeder {
  constructor(
    private readonly db: Db,
    private readonly directory: SiteDirectory,
    private readonly visits: VisitLedger,
  ) {}

  async count(ctx: StaffCtx): Promise<void> {
    for (const site of this.directory.all()) await this.ofSite(atSite(ctx, site));
  }

  private async ofSite(ctx: SiteCtx): Promise<void> {
    const newest = await this.db.site(ctx, Article).select(['id', 'publishedAt'], {
      where: { state: 'published' },
      order: { publishedAt: 'DESC', id: 'DESC' },
      take: ARTICLES,
    });
    const today = shanghaiDay(ctx.now);
    const counted: ArticleDay[] = [];
    for (let ago = DAYS - 1; ago >= 0; ago -= 1) {
      const onDay = addDays(today, -ago);
      newest.forEach(({ id, publishedAt }, rank) => {
        if (publishedAt && shanghaiDay(publishedAt) <= onDay)
          counted.push({ articleId: id, onDay, views: viewsOf(ctx.site.kind === 'portal', rank, id, onDay) });
      });
    }
    await this.visits.add(ctx, counted);
  }
}

function viewsOf(isPortal: boolean, rank: number, id: number, onDay: string): number {
  const weekday = new Date(`${onDay}T00:00:00Z`).getUTCDay();
  const isWorkday = weekday > 0 && weekday < 6;
  const scatter = 0.7 + ((id * 31 + Number(onDay.slice(8)) * 17) % 60) / 100;
  return Math.max(1, Math.round((isPortal ? 160 : 28) * FADING ** rank * (isWorkday ? 1 : 0.45) * scatter));
}
