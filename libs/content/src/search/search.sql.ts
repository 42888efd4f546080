import { marks } from '@zhanqun/platform';

/** At which site each article stands. Tells nothing of it but the site; the caller reads it in that site's context. */
export const sitesOfArticles = (ids: readonly number[]): string =>
  `SELECT \`id\`, \`siteId\` FROM \`article\` WHERE \`id\` IN (${marks(ids)})`;

/** Of these articles those that are published, with the text that citizens see. */
export const publishedArticles = (siteIds: readonly number[], ids: readonly number[]): string =>
  'SELECT `id`, `siteId`, `channelId`, `liveRevisionId` FROM `article`' +
  ` WHERE \`siteId\` IN (${marks(siteIds)}) AND \`id\` IN (${marks(ids)}) AND \`state\` = 'published'`;

/**
 * Words of one site, added up over days. Parameters: site, first day, last day; then those of the limit.
 * `hits` is what the word found at most, so a word without results has none on any of the days.
 */
export const WORDS_OF_SITE = (havingHits: 'any' | 'some' | 'none'): string =>
  'SELECT `word`, SUM(`times`) AS `times`, MAX(`hits`) AS `hits`, MAX(`onDay`) AS `lastOn` FROM `search_word`' +
  ' WHERE `siteId` = ? AND `onDay` >= ? AND `onDay` <= ? GROUP BY `word`' +
  (havingHits === 'none'
    ? ' HAVING MAX(`hits`) = 0'
    : havingHits === 'some'
      ? ' HAVING MAX(`hits`) > 0'
      : '') +
  ' ORDER BY `times` DESC, `word` ASC LIMIT ? OFFSET ?';
/**
 * Words that so many visitors looked for on one day, those of most visitors first. Days are not added up for
 * that: on two days the same person cannot be told from two. Parameters: site, first day, last day, fewest, most.
 */
export const HOT_WORDS_OF_SITE =
  'SELECT `word` FROM `search_word` WHERE `siteId` = ? AND `onDay` >= ? AND `onDay` <= ? GROUP BY `word`' +
  ' HAVING MAX(`hits`) > 0 AND MAX(`visitors`) >= ? ORDER BY SUM(`visitors`) DESC, `word` ASC LIMIT ?';
export const COUNT_WORDS_OF_SITE = (havingHits: 'any' | 'some' | 'none'): string =>
  'SELECT COUNT(*) AS `total` FROM (SELECT `word` FROM `search_word`' +
  ' WHERE `siteId` = ? AND `onDay` >= ? AND `onDay` <= ? GROUP BY `word`' +
  (havingHits === 'none'
    ? ' HAVING MAX(`hits`) = 0'
    : havingHits === 'some'
      ? ' HAVING MAX(`hits`) > 0'
      : '') +
  ') counted';
