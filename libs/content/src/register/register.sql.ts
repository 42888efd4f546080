/** One line of the register as the database gives it. */
export interface RegisterRow {
  readonly id: number;
  readonly articleId: number;
  readonly revisionId: number;
  readonly at: unknown;
  readonly title: string;
  readonly kind: string;
  readonly importance: string;
  readonly channelId: number;
  readonly source: string;
  readonly number: number;
  readonly round: number;
  readonly credits: string | null;
  readonly writtenByName: string;
  readonly savedByName: string;
  readonly publishedAt: unknown;
  readonly state: string;
  readonly withdrawnReason: string;
  readonly publishedByName: string;
  readonly remark: string;
}

export interface RegisterBounds {
  readonly siteId: number;
  readonly from: Date | null;
  /** Not included. */
  readonly to: Date | null;
  readonly channelIds: readonly number[] | null;
  readonly kind: string | null;
  /** Only lines written before this one: how the next portion is asked for. */
  readonly beforeId: number | null;
}

/** Texts that were public before they came here (round 0) keep the time they had. */
const PUBLISHED = 'CASE WHEN s.`round` = 0 THEN a.`publishedAt` ELSE s.`at` END';

function conditions({ siteId, from, to, channelIds, kind, beforeId }: RegisterBounds) {
  const parts = ['s.`siteId` = ?', "s.`decision` = 'publish'"];
  const parameters: unknown[] = [siteId];
  const add = (text: string, ...values: readonly unknown[]): void => {
    parts.push(text);
    parameters.push(...values);
  };
  if (from) add(`${PUBLISHED} >= ?`, from);
  if (to) add(`${PUBLISHED} < ?`, to);
  if (kind !== null) add('a.`kind` = ?', kind);
  const marks = channelIds?.map(() => '?').join(', ');
  if (channelIds) add(`a.\`channelId\` IN (${marks})`, ...channelIds);
  if (beforeId !== null) add('s.`id` < ?', beforeId);
  return { text: parts.join(' AND '), parameters };
}

const FROM =
  'FROM `review_step` s JOIN `article` a ON a.`id` = s.`articleId` AND a.`siteId` = s.`siteId`' +
  ' JOIN `article_revision` r ON r.`id` = s.`revisionId` AND r.`siteId` = s.`siteId`';

/** Publications, newest first; the signature of each publication is a line of the trail, so none is missing. */
export function registerLines(bounds: RegisterBounds, take: number, skip = 0) {
  const { text, parameters } = conditions(bounds);
  return {
    text:
      `SELECT s.\`id\`, s.\`articleId\`, s.\`revisionId\`, ${PUBLISHED} AS \`at\`, r.\`title\`, a.\`kind\`,` +
      ' r.`importance`, a.`channelId`,' +
      ' r.`source`, r.`number`, r.`round`, r.`credits`, r.`writtenByName`, r.`savedByName`, a.`publishedAt`, a.`state`,' +
      ` a.\`withdrawnReason\`, s.\`byName\` AS \`publishedByName\`, s.\`reason\` AS \`remark\` ${FROM}` +
      ` WHERE ${text} ORDER BY s.\`id\` DESC LIMIT ${Math.trunc(take)} OFFSET ${Math.trunc(skip)}`,
    parameters,
  };
}

export function registerCount(bounds: RegisterBounds) {
  const { text, parameters } = conditions(bounds);
  return { text: `SELECT COUNT(*) AS \`total\` ${FROM} WHERE ${text}`, parameters };
}
