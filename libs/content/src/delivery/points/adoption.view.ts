import { IsIn, IsOptional, Matches } from 'class-validator';
import { siteViewOf, type DeliverySiteView, type SiteNaming } from '../delivery.view';
import type { AdoptionPoint } from './adoption-point.entity';
import { RANKING_BY, type RankingBy, type RankingLine } from './adoption-ranking';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export class AdoptionDaysQuery {
  /** The first of this month when left out. */
  @IsOptional()
  @Matches(DAY, { message: '开始日期须形如 2026-01-31' })
  from?: string;

  /** Today when left out. */
  @IsOptional()
  @Matches(DAY, { message: '结束日期须形如 2026-01-31' })
  to?: string;
}

export class AdoptionRankingQuery extends AdoptionDaysQuery {
  @IsOptional()
  @IsIn(RANKING_BY, { message: '没有这种排行口径' })
  by: RankingBy = 'site';
}

export class AdoptionGradeView {
  name: string;
  points: number;
}

export class AdoptionRankView {
  rank: number;
  siteName: string;
  person: string;
  adopted: number;
  points: number;
  takenBack: number;
}

export class AdoptionRankingView {
  items: AdoptionRankView[];
}

export class AdoptionPointView {
  deliveryId: number;
  to: { key: string; name: string };
  title: string;
  writerName: string;
  grade: string;
  points: number;
  at: Date;
  takenBackAt: Date | null;
  takenBackReason: string;
}

export class OwnAdoptionView {
  points: number;
  adopted: number;
  /** Newest hundred. */
  items: AdoptionPointView[];
}

const MOST_SHOWN = 100;

export const toRankView = ({ siteId, ...line }: RankingLine, sites: SiteNaming): AdoptionRankView => ({
  ...line,
  siteName: siteViewOf(sites, siteId).name,
});

export function toOwnAdoptionView(earned: readonly AdoptionPoint[], sites: SiteNaming): OwnAdoptionView {
  const kept = earned.filter(({ takenBackAt }) => takenBackAt === null);
  return {
    points: kept.reduce((total, { points }) => total + points, 0),
    adopted: kept.length,
    items: earned.slice(0, MOST_SHOWN).map((one) => toPointView(one, siteViewOf(sites, one.toSiteId))),
  };
}

function toPointView(point: AdoptionPoint, to: DeliverySiteView): AdoptionPointView {
  const { deliveryId, title, writerName, grade, points, at, takenBackAt, takenBackReason } = point;
  return { deliveryId, to, title, writerName, grade, points, at, takenBackAt, takenBackReason };
}
