import { Injectable } from '@nestjs/common';
import { canDo, type EditorCtx, type SiteRef } from '@zhanqun/kernel';
import { ChannelReading } from '@zhanqun/content';
import { Between, Db, In, SiteDirectory } from '@zhanqun/platform';
import { checkedDays, type Days } from '../days';
import { networkForSupervisors } from '../statistics.errors';
import { PAGE_KINDS, type PageKind } from '../visit/visited-page';
import { VisitTotal, type VisitScope } from '../visit/visit-total.entity';
import { byChannel, byKind, bySite, lastVisited, monthsOf, type Statement } from './visit-figures.sql';
import { periodBefore, trendOf, type PeriodTotal, type TrendPoint, type TrendUnit } from './visit-trend';

export interface VisitQuestion extends Days {
  /** `network`: all sites of the portal, for its supervisors only. */
  readonly scope: VisitScope;
}

export interface VisitSum {
  readonly hits: number;
  /** Estimated for each day and added up. */
  readonly visitors: number;
}

export interface VisitOverview {
  readonly sum: VisitSum;
  readonly before: VisitSum;
  readonly daysBefore: Days;
  readonly trend: readonly TrendPoint[];
  readonly kinds: readonly { readonly kind: PageKind; readonly hits: number }[];
}

export interface ChannelVisits {
  readonly channelId: number;
  /** From the first level down. */
  readonly name: string;
  readonly lists: number;
  readonly articles: number;
  readonly hits: number;
}

export interface SiteVisits extends VisitSum {
  readonly site: SiteRef;
  readonly before: VisitSum;
  /** Shanghai day (or month) of the last visit; null where nobody ever came. */
  readonly lastOn: string | null;
}

const NOTHING: VisitSum = { hits: 0, visitors: 0 };

/** 访问统计: what the one counter says of a site, or of the whole network. */
@Injectable()
export class VisitStatistics {
  constructor(
    private readonly db: Db,
    private readonly channels: ChannelReading,
    private readonly directory: SiteDirectory,
  ) {}

  /** Raises `statistics.network.forbidden` when the whole network is asked for by others than its supervisors. */
  async overview(ctx: EditorCtx, question: VisitQuestion, unit: TrendUnit): Promise<VisitOverview> {
    const days = checkedDays(question);
    const sites = this.sitesOf(ctx, question.scope);
    const daysBefore = periodBefore(days);
    const totals = await this.totals(ctx, question.scope, days);
    const before = await this.totals(ctx, question.scope, daysBefore);
    return {
      sum: sumOf(totals),
      before: sumOf(before),
      daysBefore,
      trend: trendOf(totals, days, unit),
      kinds: await this.kinds(ctx, sites, days),
    };
  }

  /** 按栏目: every channel with content of its own, the most visited first. */
  async channelsOf(ctx: EditorCtx, asked: Days): Promise<readonly ChannelVisits[]> {
    const days = checkedDays(asked);
    const rows = await this.ask<{ channelId: number; lists: number; articles: number }>(
      ctx,
      byChannel(ctx.site.id, days),
    );
    const found = new Map(rows.map((row) => [Number(row.channelId), row]));
    const tree = await this.channels.tree(ctx);
    return tree
      .all()
      .filter((node) => found.has(node.id) || (node.isOpen && node.hasContent))
      .map((node) => {
        const row = found.get(node.id);
        const [lists, articles] = [Number(row?.lists ?? 0), Number(row?.articles ?? 0)];
        const name = tree
          .lineOf(node)
          .map((each) => each.name)
          .join(' / ');
        return { channelId: node.id, name, lists, articles, hits: lists + articles };
      })
      .toSorted((left, right) => right.hits - left.hits || left.channelId - right.channelId);
  }

  /** 全网排名: every open site, those nobody visits last. */
  async sites(ctx: EditorCtx, asked: Days): Promise<readonly SiteVisits[]> {
    const days = checkedDays(asked);
    const sites = this.sitesOf(ctx, 'network');
    const now = await this.bySite(ctx, sites, days);
    const before = await this.bySite(ctx, sites, periodBefore(days));
    const last = await this.ask<{ siteId: number; period: string }>(ctx, lastVisited(idsOf(sites)));
    const lastOn = new Map(last.map(({ siteId, period }) => [Number(siteId), period]));
    return sites
      .map((site) => ({
        site,
        ...(now.get(site.id) ?? NOTHING),
        before: before.get(site.id) ?? NOTHING,
        lastOn: lastOn.get(site.id) ?? null,
      }))
      .toSorted((left, right) => right.hits - left.hits || left.site.id - right.site.id);
  }

  private totals(ctx: EditorCtx, scope: VisitScope, days: Days): Promise<readonly PeriodTotal[]> {
    return this.db.site(ctx, VisitTotal).select(['period', 'views', 'visitors', 'hours'], {
      where: [
        { scope, period: Between(days.from, days.to) },
        { scope, period: In([...monthsOf(days)]) },
      ],
    });
  }

  private async kinds(
    ctx: EditorCtx,
    sites: readonly SiteRef[],
    days: Days,
  ): Promise<VisitOverview['kinds']> {
    const rows = await this.ask<{ kind: PageKind; views: number }>(ctx, byKind(idsOf(sites), days));
    const found = new Map(rows.map(({ kind, views }) => [kind, Number(views)]));
    return PAGE_KINDS.map((kind) => ({ kind, hits: found.get(kind) ?? 0 }));
  }

  private async bySite(
    ctx: EditorCtx,
    sites: readonly SiteRef[],
    days: Days,
  ): Promise<ReadonlyMap<number, VisitSum>> {
    const rows = await this.ask<{ siteId: number; views: number; visitors: number }>(
      ctx,
      bySite(idsOf(sites), days),
    );
    return new Map(
      rows.map((row) => [Number(row.siteId), { hits: Number(row.views), visitors: Number(row.visitors) }]),
    );
  }

  private sitesOf(ctx: EditorCtx, scope: VisitScope): readonly SiteRef[] {
    if (scope === 'site') return [ctx.site];
    if (ctx.site.kind !== 'portal' || !canDo(ctx, 'compare', 'Statistics')) throw networkForSupervisors();
    return this.directory
      .all()
      .filter(({ portalId, status }) => portalId === ctx.site.id && SHOWN.includes(status));
  }

  private ask<T>(ctx: EditorCtx, { text, parameters }: Statement): Promise<T[]> {
    return this.db.sql<T>(ctx, text, parameters);
  }
}

const SHOWN: readonly SiteRef['status'][] = ['online', 'closing'];

const idsOf = (sites: readonly SiteRef[]): number[] => sites.map(({ id }) => id);

const sumOf = (totals: readonly PeriodTotal[]): VisitSum => ({
  hits: totals.reduce((sum, { views }) => sum + views, 0),
  visitors: totals.reduce((sum, { visitors }) => sum + visitors, 0),
});
