import { marks } from '@zhanqun/platform';
import { LINK_COLUMNS } from '../article/article.sql';

/** A bound keeps a crafted home page from asking for a statement the database refuses. */
const MOST_PARTS = 200;

/**
 * The newest articles of many channels, each with its own limit, in one statement. Every part walks an
 * index (`siteId, channelId, state, isPinned, publishedAt`), so the cost does not grow with the archive.
 * Articles chosen one by one come along by their ids.
 */
export function newestOfChannels(
  siteId: number,
  wanted: ReadonlyMap<number, number>,
  chosenIds: readonly number[] = [],
): { text: string; parameters: number[] } | null {
  const parts = [...wanted].slice(0, MOST_PARTS);
  const ids = chosenIds.slice(0, MOST_PARTS);
  if (parts.length + ids.length === 0) return null;
  const newest = parts.map(
    ([, limit], at) =>
      `SELECT * FROM (SELECT ${LINK_COLUMNS} FROM \`article\`` +
      " WHERE `siteId` = ? AND `channelId` = ? AND `state` = 'published'" +
      ` ORDER BY \`pinRank\` DESC, \`publishedAt\` DESC, \`id\` DESC LIMIT ${Math.trunc(limit)}) part${at}`,
  );
  const chosen =
    ids.length === 0
      ? []
      : [
          `SELECT ${LINK_COLUMNS} FROM \`article\` WHERE \`siteId\` = ?` +
            ` AND \`id\` IN (${marks(ids)}) AND \`state\` = 'published'`,
        ];
  return {
    text: [...newest, ...chosen].join(' UNION ALL '),
    parameters: [
      ...parts.flatMap(([channelId]) => [siteId, channelId]),
      ...(ids.length === 0 ? [] : [siteId, ...ids]),
    ],
  };
}
