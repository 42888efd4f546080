/** Columns of a row in a list. */
export const LINK_COLUMNS =
  '`id`, `channelId`, `title`, `summary`, `source`, `coverPath`, `coverAlt`, `isPinned`, `pinRank`, `publishedAt`, `facts`, `kind`';

/** Older neighbours in the channel, the nearest first. Parameters: site, channel, publishedAt, publishedAt, id. */
export const OLDER = (columns: string, most = 1): string =>
  `SELECT ${columns} FROM \`article\` WHERE \`siteId\` = ? AND \`channelId\` = ? AND \`state\` = 'published'` +
  ' AND (`publishedAt` < ? OR (`publishedAt` = ? AND `id` < ?)) ORDER BY `publishedAt` DESC, `id` DESC' +
  ` LIMIT ${most}`;

/** Newer neighbour in the channel. Parameters as `OLDER`. */
export const NEWER = (columns: string): string =>
  `SELECT ${columns} FROM \`article\` WHERE \`siteId\` = ? AND \`channelId\` = ? AND \`state\` = 'published'` +
  ' AND (`publishedAt` > ? OR (`publishedAt` = ? AND `id` > ?)) ORDER BY `publishedAt` ASC, `id` ASC LIMIT 1';

/** Ids of both neighbours. Parameters: those of `OLDER`, then those of `NEWER`. */
export const NEIGHBOURS = `SELECT * FROM (${OLDER('`id`')}) o UNION ALL SELECT * FROM (${NEWER('`id`')}) n`;

export interface AroundQuestion {
  readonly siteId: number;
  readonly id: number;
  readonly channelId: number;
  /** Null before the first publication: then there are no neighbours. */
  readonly publishedAt: Date | null;
  readonly isPolicy: boolean;
  readonly linkedIds: readonly (number | null)[];
}

const MOST_INTERPRETATIONS = 20;
/** Among how many older articles of the channel related ones are looked for. */
const OLDER_LOOKED_AT = 24;

/** What stands around an article on its page: neighbours, interpretations, linked documents; all published. */
export function aroundArticle({
  siteId,
  id,
  channelId,
  publishedAt,
  isPolicy,
  linkedIds,
}: AroundQuestion): { text: string; parameters: unknown[] } | null {
  const parts: { name: string; text: string; parameters: unknown[] }[] = [];
  if (publishedAt) {
    const place = [siteId, channelId, publishedAt, publishedAt, id];
    parts.push({ name: 'older', text: OLDER(LINK_COLUMNS, OLDER_LOOKED_AT), parameters: place });
    parts.push({ name: 'newer', text: NEWER(LINK_COLUMNS), parameters: place });
  }
  if (isPolicy) {
    parts.push({
      name: 'interpretation',
      text:
        `SELECT ${LINK_COLUMNS} FROM \`article\` WHERE \`siteId\` = ? AND \`interpretsArticleId\` = ?` +
        ` AND \`state\` = 'published' ORDER BY \`publishedAt\` DESC LIMIT ${MOST_INTERPRETATIONS}`,
      parameters: [siteId, id],
    });
    parts.push({
      name: 'predecessor',
      text:
        `SELECT ${LINK_COLUMNS} FROM \`article\` WHERE \`siteId\` = ? AND \`successorArticleId\` = ?` +
        ` AND \`state\` = 'published' ORDER BY \`publishedAt\` DESC LIMIT ${MOST_INTERPRETATIONS}`,
      parameters: [siteId, id],
    });
  }
  for (const linkedId of new Set(linkedIds.filter((each) => each !== null))) {
    parts.push({
      name: 'linked',
      text: `SELECT ${LINK_COLUMNS} FROM \`article\` WHERE \`siteId\` = ? AND \`id\` = ? AND \`state\` = 'published'`,
      parameters: [siteId, linkedId],
    });
  }
  if (parts.length === 0) return null;
  return {
    text: parts
      .map(({ name, text }, at) => `SELECT '${name}' AS \`part\`, part${at}.* FROM (${text}) part${at}`)
      .join(' UNION ALL '),
    parameters: parts.flatMap((part) => part.parameters),
  };
}
