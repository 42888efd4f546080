import type { AdoptionPoint } from './adoption-point.entity';

export interface RankingLine {
  readonly rank: number;
  readonly siteId: number;
  /** `''` in the ranking of sites. */
  readonly person: string;
  readonly adopted: number;
  readonly points: number;
  readonly takenBack: number;
}

export const RANKING_BY = ['site', 'person'] as const;
export type RankingBy = (typeof RANKING_BY)[number];

type Earned = Pick<
  AdoptionPoint,
  'fromSiteId' | 'writerId' | 'writerName' | 'points' | 'takenBackAt' | 'deliveryId'
>;

/** 排行: by points, then by adopted articles; equals share a rank. Points taken back count for nothing. */
export function rankingOf(earned: readonly Earned[], by: RankingBy): RankingLine[] {
  const lines = new Map<string, { -readonly [K in keyof RankingLine]: RankingLine[K] }>();
  for (const { fromSiteId, writerId, writerName, points, takenBackAt } of earned) {
    const key = by === 'site' ? `${fromSiteId}` : `${fromSiteId}:${writerId ?? writerName}`;
    const person = by === 'site' ? '' : writerName;
    const line = lines.get(key) ?? {
      rank: 0,
      siteId: fromSiteId,
      person,
      adopted: 0,
      points: 0,
      takenBack: 0,
    };
    if (takenBackAt) line.takenBack += points;
    else {
      line.points += points;
      line.adopted += 1;
    }
    lines.set(key, line);
  }
  const sorted = [...lines.values()].toSorted(
    (left, right) => right.points - left.points || right.adopted - left.adopted || left.siteId - right.siteId,
  );
  for (const [at, line] of sorted.entries()) {
    const above = sorted[at - 1];
    const isEqual = above?.points === line.points && above.adopted === line.adopted;
    line.rank = isEqual ? above.rank : at + 1;
  }
  return sorted;
}
