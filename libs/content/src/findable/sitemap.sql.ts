import { marks } from '@zhanqun/platform';

export interface MonthRow {
  /** `2026-03` */
  readonly month: string;
  readonly articles: number | string;
  readonly publishedAt: unknown;
  readonly revisedAt: unknown;
}

/**
 * How many articles of the site were published in which Shanghai month, and when the last of them came or
 * changed. Walks the index `siteId, state, publishedAt`. The shift to Shanghai time is each database's own.
 */
export function articlesByMonth(
  dialect: 'sqlite' | 'mysql',
  siteId: number,
  channelIds: readonly number[],
): { text: string; parameters: unknown[] } {
  const month =
    dialect === 'sqlite'
      ? "strftime('%Y-%m', `publishedAt`, '+8 hours')"
      : "DATE_FORMAT(`publishedAt` + INTERVAL 8 HOUR, '%Y-%m')";
  return {
    text:
      `SELECT ${month} AS \`month\`, COUNT(*) AS \`articles\`, MAX(\`publishedAt\`) AS \`publishedAt\`,` +
      ' MAX(`revisedAt`) AS `revisedAt` FROM `article`' +
      " WHERE `siteId` = ? AND `state` = 'published' AND `publishedAt` IS NOT NULL AND `kind` <> 'link'" +
      ` AND \`channelId\` IN (${marks(channelIds)})` +
      ` GROUP BY ${month} ORDER BY \`month\` DESC`,
    parameters: [siteId, ...channelIds],
  };
}
