/**
 * Points new articles at their first revision: one statement for a whole batch. Parameters: site, first and
 * last id. Articles that have a live revision already are left alone.
 */
export const LINK_FIRST_REVISIONS =
  'UPDATE `article` SET `liveRevisionId` = (SELECT r.`id` FROM `article_revision` r' +
  ' WHERE r.`siteId` = `article`.`siteId` AND r.`articleId` = `article`.`id` AND r.`number` = 1)' +
  " WHERE `siteId` = ? AND `id` BETWEEN ? AND ? AND `state` = 'published' AND `liveRevisionId` IS NULL";
