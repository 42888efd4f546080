import type { PageKind } from './visited-page';

export interface PageMonthRow {
  readonly kind: PageKind;
  readonly subjectId: number | string;
  readonly views: number | string;
}

/** Hits of each page over days. Parameters: site, first day, last day. */
export const ROLL_UP_PAGES =
  'SELECT `kind`, `subjectId`, SUM(`views`) AS `views` FROM `visit_count`' +
  ' WHERE `siteId` = ? AND `onDay` BETWEEN ? AND ? GROUP BY `kind`, `subjectId`';

/** The oldest day that is kept as a day, of pages and of totals. Parameters: site, day, site, day. */
export const OLDEST_DAY =
  'SELECT MIN(`onDay`) AS `day` FROM `visit_count` WHERE `siteId` = ? AND LENGTH(`onDay`) = 10 AND `onDay` < ?' +
  ' UNION ALL SELECT MIN(`period`) FROM `visit_total`' +
  ' WHERE `siteId` = ? AND LENGTH(`period`) = 10 AND `period` < ?';
