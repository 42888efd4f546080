import { Injectable } from '@nestjs/common';
import { Article, Channel } from '@zhanqun/content';
import { addDays, atSite, daysBetween, shanghaiDay, type SiteCtx, type StaffCtx } from '@zhanqun/kernel';
import { Db, IsNull, LessThan, SiteDirectory } from '@zhanqun/platform';
import { VisitHistory, type DayOfBefore, type PageDay } from '@zhanqun/statistics';

const DAYS = 90;
const ARTICLES = 40;
/** Texts that were there before the period that the screen compares with. */
const LASTING = 25;
const LASTING_DAYS = 65;
const RECENT_DAYS = 30;
const CHANNELS = 8;
/** New texts are read most. */
const FADING = 0.82;
/** Hits of one visitor on one day. */
const PAGES_EACH = 3.4;
/** Nobody found the way to this site lately: the list of all sites points it out. */
const ASLEEP = { site: 'longtan', days: 40 };
const DAY = 86_400_000;
/** People look at other sites of the network as well. */
const SHARED_VISITORS = 0.78;

interface Liked {
  readonly page: Pick<PageDay, 'kind' | 'subjectId'>;
  /** How much it is liked, 1 for the home page. */
  readonly share: number;
  readonly since: string;
}

/** What citizens read in the last ninety days: more on the portal, more on working days, the newest most. */
@Injectable()
export class VisitSeeder {
  constructor(
    private readonly db: Db,
    private readonly directory: SiteDirectory,
    private readonly history: VisitHistory,
  ) {}

  async count(ctx: StaffCtx): Promise<void> {
    const networks = new Map<number, Map<string, DayOfBefore>>();
    for (const site of this.directory.all()) {
      const network = networks.get(site.portalId) ?? new Map<string, DayOfBefore>();
      networks.set(site.portalId, network);
      for (const day of await this.ofSite(atSite(ctx, site))) network.set(day.onDay, joined(network, day));
    }
    for (const [portalId, days] of networks) {
      const portal = this.directory.byId(portalId);
      if (portal) await this.history.days(atSite(ctx, portal), 'network', [...days.values()]);
    }
  }

  private async ofSite(ctx: SiteCtx): Promise<readonly DayOfBefore[]> {
    const liked = await this.liked(ctx);
    const today = shanghaiDay(ctx.now);
    const pages: PageDay[] = [];
    const days: DayOfBefore[] = [];
    const until = ctx.site.key === ASLEEP.site ? ASLEEP.days : 1;
    for (let ago = DAYS; ago >= until; ago -= 1) {
      const onDay = addDays(today, -ago);
      const read = liked
        .filter(({ since }) => since <= onDay)
        .map(({ page, share }) => ({ ...page, onDay, views: viewsOf(ctx, share, page.subjectId, onDay) }));
      const views = read.reduce((sum, page) => sum + page.views, 0);
      pages.push(...read);
      days.push({ onDay, hours: VisitHistory.spread(views), visitors: Math.ceil(views / PAGES_EACH) });
    }
    await this.history.pages(ctx, pages);
    await this.history.days(ctx, 'site', days);
    return days;
  }

  private async liked(ctx: SiteCtx): Promise<readonly Liked[]> {
    const newest = await this.db.site(ctx, Article).select(['id', 'publishedAt'], {
      where: { state: 'published' },
      order: { publishedAt: 'DESC', id: 'DESC' },
      take: ARTICLES,
    });
    const lasting = await this.db.site(ctx, Article).select(['id', 'publishedAt'], {
      where: { state: 'published', publishedAt: LessThan(new Date(ctx.now.getTime() - LASTING_DAYS * DAY)) },
      order: { publishedAt: 'DESC', id: 'DESC' },
      take: LASTING,
    });
    const known = new Set(newest.map(({ id }) => id));
    const channels = await this.db.site(ctx, Channel).select(['id'], {
      where: { parentId: IsNull() },
      order: { position: 'ASC', id: 'ASC' },
      take: CHANNELS,
    });
    return [
      { page: { kind: 'home', subjectId: 0 }, share: 1, since: '' },
      { page: { kind: 'search', subjectId: 0 }, share: 0.16, since: '' },
      { page: { kind: 'other', subjectId: 0 }, share: 0.07, since: '' },
      ...channels.map(({ id }, rank) => {
        return { page: { kind: 'channel', subjectId: id } as const, share: 0.3 * FADING ** rank, since: '' };
      }),
      ...newest.map(({ id, publishedAt }, rank) => ({
        page: { kind: 'article', subjectId: id } as const,
        share: 0.5 * (FADING ** rank + 0.04),
        since: shanghaiDay(publishedAt ?? ctx.now),
      })),
      ...lasting
        .filter(({ id }) => !known.has(id))
        .map(({ id }, rank) => ({
          page: { kind: 'article', subjectId: id } as const,
          share: 0.42 * 0.93 ** rank,
          since: '',
        })),
    ];
  }
}

function joined(
  network: ReadonlyMap<string, DayOfBefore>,
  { onDay, hours, visitors }: DayOfBefore,
): DayOfBefore {
  const known = network.get(onDay);
  return {
    onDay,
    hours: hours.map((views, hour) => views + (known?.hours[hour] ?? 0)),
    visitors: (known?.visitors ?? 0) + Math.ceil(visitors * SHARED_VISITORS),
  };
}

function viewsOf({ site, now }: SiteCtx, share: number, subjectId: number, onDay: string): number {
  const weekday = new Date(`${onDay}T00:00:00Z`).getUTCDay();
  const isWorkday = weekday > 0 && weekday < 6;
  const scatter = 0.7 + ((subjectId * 31 + site.id * 7 + Number(onDay.slice(8)) * 17) % 60) / 100;
  const usual = site.kind === 'portal' ? 420 : 60;
  const isRecent = daysBetween(onDay, shanghaiDay(now)) <= RECENT_DAYS;
  const turn = isRecent ? 1 + ((subjectId % 7) - 3) / 12 : 1;
  return Math.max(1, Math.round(usual * share * (isWorkday ? 1 : 0.45) * scatter * turn));
}
