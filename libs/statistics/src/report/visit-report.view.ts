import type { Page } from '@zhanqun/kernel';
import { KIND_LABELS, type PageKind } from '../visit/visited-page';
import type { ArticleVisits } from './article-visits.service';
import type { ChannelVisits, SiteVisits, VisitOverview } from './visit-statistics.service';

export class VisitSumView {
  hits: number;
  /** Estimated for each day and added up. */
  visitors: number;
}

export class VisitPointView {
  /** `09`, `2026-03-05` or `2026-03`. */
  key: string;
  hits: number;
  /** Null by hour. */
  visitors: number | null;
}

export class VisitKindView {
  kind: PageKind;
  label: string;
  hits: number;
}

export class VisitOverviewView {
  sum: VisitSumView;
  before: VisitSumView;
  beforeFrom: string;
  beforeTo: string;
  trend: VisitPointView[];
  kinds: VisitKindView[];
}

export class ChannelVisitsView {
  channelId: number;
  name: string;
  lists: number;
  articles: number;
  hits: number;
}

export class ChannelVisitsPageView {
  items: ChannelVisitsView[];
  total: number;
  page: number;
  pageSize: number;
}

export class ArticleVisitsView {
  articleId: number;
  title: string;
  channel: string;
  url: string | null;
  publishedAt: string | null;
  hits: number;
  hitsBefore: number;
}

export class ArticleVisitsPageView {
  items: ArticleVisitsView[];
  total: number;
  page: number;
  pageSize: number;
}

export class SiteVisitsView {
  siteId: number;
  key: string;
  name: string;
  hits: number;
  visitors: number;
  hitsBefore: number;
  lastOn: string | null;
}

export class SiteVisitsPageView {
  items: SiteVisitsView[];
  total: number;
  /** Sites nobody visited in the period. */
  unvisited: number;
  page: number;
  pageSize: number;
}

export const toOverviewView = ({
  sum,
  before,
  daysBefore,
  trend,
  kinds,
}: VisitOverview): VisitOverviewView => ({
  sum: { ...sum },
  before: { ...before },
  beforeFrom: daysBefore.from,
  beforeTo: daysBefore.to,
  trend: trend.map((point) => ({ ...point })),
  kinds: kinds.map(({ kind, hits }) => ({ kind, label: KIND_LABELS[kind], hits })),
});

export const toChannelVisitsView = (visits: ChannelVisits): ChannelVisitsView => ({ ...visits });

export const toArticlePageView = (page: Page<ArticleVisits>): ArticleVisitsPageView => ({
  ...page,
  items: page.items.map((item) => ({ ...item, publishedAt: item.publishedAt?.toISOString() ?? null })),
});

export const toSiteVisitsView = ({ site, hits, visitors, before, lastOn }: SiteVisits): SiteVisitsView => ({
  siteId: site.id,
  key: site.key,
  name: site.name,
  hits,
  visitors,
  hitsBefore: before.hits,
  lastOn,
});
