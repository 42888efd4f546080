/** Columns of a row in a list. */
export const LINK_COLUMNS =
  '`id`, `channelId`, `title`, `summary`, `source`, `coverPath`, `coverAlt`, `isPinned`, `publishedAt`, `facts`, `kind`';

/** Older neighbour in the channel. Parameters: site, channel, publishedAt, publishedAt, id. */
export const OLDER = (columns: string): string =>
  `SELECT ${columns} FROM \`article\` WHERE \`siteId\` = ? AND \`channelId\` = ? AND \`state\` = 'published'` +
  ' AND (`publishedAt` < ? OR (`publishedAt` = ? AND `id` < ?)) ORDER BY `publishedAt` DESC, `id` DESC LIMIT 1';

/** Newer neighbour in the channel. Parameters as `OLDER`. */
export const NEWER = (columns: string): string =>
  `SELECT ${columns} FROM \`article\` WHERE \`siteId\` = ? AND \`channelId\` = ? AND \`state\` = 'published'` +
  ' AND (`publishedAt` > ? OR (`publishedAt` = ? AND `id` > ?)) ORDER BY `publishedAt` ASC, `id` ASC LIMIT 1';
