/** Whether the text `r` of the article `a` uses the file. Paths hold no character that LIKE reads. */
const USES = '(r.`coverPath` = ? OR r.`body` LIKE ? OR r.`attachments` LIKE ?)';

const usesParameters = (path: string): string[] => [path, `%/_files/${path}%`, `%"${path}"%`];

const LIVE =
  '`article` a JOIN `article_revision` r ON r.`id` = a.`liveRevisionId` AND r.`siteId` = a.`siteId`' +
  " WHERE a.`siteId` = ? AND a.`state` = 'published'";

export interface PublicFileRow {
  readonly id: number;
  readonly name: string;
  readonly kind: 'image' | 'attachment';
  readonly mime: string;
  readonly sha256: string;
  /** The published article that was known to show the file still does. */
  readonly isShown: number | string;
}

/** A file of the site by its path: one row by a unique key, one live text by its id. */
export function fileByPath(siteId: number, path: string): { text: string; parameters: unknown[] } {
  return {
    text:
      'SELECT s.`id`, s.`name`, s.`kind`, s.`mime`, s.`sha256`,' +
      ` EXISTS (SELECT 1 FROM ${LIVE} AND a.\`id\` = s.\`shownById\` AND ${USES}) AS \`isShown\`` +
      " FROM `asset` s WHERE s.`siteId` = ? AND s.`path` = ? AND s.`state` = 'ready'",
    parameters: [siteId, ...usesParameters(path), siteId, path],
  };
}

/** A published article of the site that shows the file. Reads every live text: asked once a publication. */
export function articleShowing(siteId: number, path: string): { text: string; parameters: unknown[] } {
  return {
    text: `SELECT a.\`id\` FROM ${LIVE} AND ${USES} ORDER BY a.\`id\` DESC LIMIT 1`,
    parameters: [siteId, ...usesParameters(path)],
  };
}

/** Articles of the site with any text, also an old one, that uses the file. */
export function articlesUsing(siteId: number, path: string): { text: string; parameters: unknown[] } {
  return {
    text:
      'SELECT DISTINCT a.`id`, a.`title` FROM `article_revision` r' +
      ' JOIN `article` a ON a.`id` = r.`articleId` AND a.`siteId` = r.`siteId`' +
      ` WHERE r.\`siteId\` = ? AND ${USES} ORDER BY a.\`id\` DESC LIMIT 6`,
    parameters: [siteId, ...usesParameters(path)],
  };
}
