/** Articles of each channel: all, published, and the newest publication. Parameter: site. */
export const CHANNEL_FIGURES =
  'SELECT `channelId`, COUNT(*) AS `articles`,' +
  " SUM(CASE WHEN `state` = 'published' THEN 1 ELSE 0 END) AS `published`," +
  " MAX(CASE WHEN `state` = 'published' THEN `publishedAt` END) AS `newest`" +
  ' FROM `article` WHERE `siteId` = ? GROUP BY `channelId`';

export interface ChannelFigureRow {
  readonly channelId: number;
  readonly articles: number | string;
  readonly published: number | string;
  readonly newest: unknown;
}
