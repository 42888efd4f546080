type Query = { readonly text: string; readonly parameters: unknown[] };

/** Whether the text `r` of the article `a` uses the file. Paths hold no character that LIKE reads. */
const USES = '(r.`coverPath` = ? OR r.`body` LIKE ? OR r.`attachments` LIKE ? OR r.`facts` LIKE ?)';

const usesParameters = (path: string): string[] => [path, `%/_files/${path}%`, `%"${path}"%`, `%${path}%`];

const LIVE =
  '`article` a JOIN `article_revision` r ON r.`id` = a.`liveRevisionId` AND r.`siteId` = a.`siteId`' +
  " WHERE a.`siteId` = ? AND a.`state` = 'published'";

export interface PublicFileRow {
  readonly id: number;
  readonly name: string;
  readonly kind: 'image' | 'video' | 'audio' | 'attachment';
  readonly mime: string;
  readonly sha256: string;
  readonly path: string;
  readonly storedAs: string;
  /** The published article that was known to show the file still does. */
  readonly isShown: number | string;
}

/** A file of the site by its path: one row by a unique key, one live text by its id. */
export function fileByPath(siteId: number, path: string): Query {
  return {
    text:
      'SELECT s.`id`, s.`name`, s.`kind`, s.`mime`, s.`sha256`, s.`path`, s.`storedAs`,' +
      ` EXISTS (SELECT 1 FROM ${LIVE} AND a.\`id\` = s.\`shownById\` AND ${USES}) AS \`isShown\`` +
      " FROM `asset` s WHERE s.`siteId` = ? AND s.`path` = ? AND s.`state` = 'ready'",
    parameters: [siteId, ...usesParameters(path), siteId, path],
  };
}

/** A published article of the site that shows the file. Reads every live text: asked once a publication. */
export function articleShowing(siteId: number, path: string): Query {
  return {
    text: `SELECT a.\`id\` FROM ${LIVE} AND ${USES} ORDER BY a.\`id\` DESC LIMIT 1`,
    parameters: [siteId, ...usesParameters(path)],
  };
}

export interface UsingRow {
  readonly id: number;
  readonly title: string;
  readonly isLive: number | string;
  readonly isOpen: number | string;
}

/** Articles of the site with any text, also an old one, that uses the file; the live and open texts first. */
export function articlesUsing(siteId: number, path: string, limit: number): Query {
  return {
    text:
      "SELECT a.`id`, a.`title`, MAX(CASE WHEN a.`state` = 'published' AND r.`id` = a.`liveRevisionId`" +
      ' THEN 1 ELSE 0 END) AS `isLive`, MAX(CASE WHEN r.`id` = a.`openRevisionId` THEN 1 ELSE 0 END) AS `isOpen`' +
      ' FROM `article_revision` r JOIN `article` a ON a.`id` = r.`articleId` AND a.`siteId` = r.`siteId`' +
      ` WHERE r.\`siteId\` = ? AND ${USES} GROUP BY a.\`id\`, a.\`title\`` +
      ` ORDER BY \`isLive\` DESC, \`isOpen\` DESC, a.\`id\` DESC LIMIT ${Math.trunc(limit)}`,
    parameters: [siteId, ...usesParameters(path)],
  };
}

export interface TextRow {
  readonly id: number;
  readonly coverPath: string;
  readonly body: string;
  readonly attachments: string | null;
  readonly facts: string | null;
}

/** Live and open texts of the site after the given one, for counting what they use. */
export function textsAfter(siteId: number, id: number, limit: number): Query {
  return {
    text:
      'SELECT r.`id`, r.`coverPath`, r.`body`, r.`attachments`, r.`facts` FROM `article_revision` r' +
      ' JOIN `article` a ON a.`id` = r.`articleId` AND a.`siteId` = r.`siteId`' +
      ' WHERE r.`siteId` = ? AND r.`id` > ? AND (r.`id` = a.`liveRevisionId` OR r.`id` = a.`openRevisionId`)' +
      ` ORDER BY r.\`id\` LIMIT ${Math.trunc(limit)}`,
    parameters: [siteId, id],
  };
}

/** Files in any state, former files and announced uploads of the site. */
export function bytesTaken(siteId: number): Query {
  return {
    text:
      "SELECT (SELECT COALESCE(SUM(`bytes`), 0) FROM `asset` WHERE `siteId` = ? AND `state` <> 'removing')" +
      ' + (SELECT COALESCE(SUM(`bytes`), 0) FROM `asset_version` WHERE `siteId` = ?)' +
      ' + (SELECT COALESCE(SUM(`bytes`), 0) FROM `asset_upload` WHERE `siteId` = ? AND `assetId` IS NULL)' +
      ' AS `taken`',
    parameters: [siteId, siteId, siteId],
  };
}

export interface TagRow {
  readonly tags: string;
  readonly number: number | string;
}

/** Each combination of tags at the site with how many assets bear it. */
export function tagsUsed(siteId: number): Query {
  return {
    text:
      'SELECT `tags`, COUNT(*) AS `number` FROM `asset`' +
      " WHERE `siteId` = ? AND `state` = 'ready' AND `tags` <> '' GROUP BY `tags` LIMIT 2000",
    parameters: [siteId],
  };
}
