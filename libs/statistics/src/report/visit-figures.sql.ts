import { addMonths } from '@zhanqun/kernel';
import { marks } from '@zhanqun/platform';
import type { Days } from '../days';

export interface Statement {
  readonly text: string;
  readonly parameters: unknown[];
}

/** Months whose rows may stand for days of the span. */
export function monthsOf({ from, to }: Days): readonly string[] {
  const months: string[] = [];
  for (let month = from.slice(0, 7); month <= to.slice(0, 7); month = addMonths(`${month}-01`, 1).slice(0, 7))
    months.push(month);
  return months;
}

interface Span {
  readonly text: string;
  readonly parameters: readonly string[];
}

/** Days of the span, and months that were rolled up. */
function within(column: string, days: Days): Span {
  const months = monthsOf(days);
  return {
    text: `(${column} BETWEEN ? AND ? OR ${column} IN (${marks(months)}))`,
    parameters: [days.from, days.to, ...months],
  };
}

/** Hits by kind of page, of the given sites. */
export function byKind(siteIds: readonly number[], days: Days): Statement {
  const span = within('`onDay`', days);
  return {
    text:
      'SELECT `kind`, SUM(`views`) AS `views` FROM `visit_count`' +
      ` WHERE \`siteId\` IN (${marks(siteIds)}) AND ${span.text} GROUP BY \`kind\``,
    parameters: [...siteIds, ...span.parameters],
  };
}

/** Hits of lists and of articles by channel, of one site. An article counts for the channel it is in now. */
export function byChannel(siteId: number, days: Days): Statement {
  const span = within('v.`onDay`', days);
  return {
    text:
      'SELECT t.`channelId`, SUM(t.`lists`) AS `lists`, SUM(t.`articles`) AS `articles` FROM (' +
      'SELECT v.`subjectId` AS `channelId`, v.`views` AS `lists`, 0 AS `articles` FROM `visit_count` v' +
      ` WHERE v.\`siteId\` = ? AND v.\`kind\` = 'channel' AND ${span.text}` +
      ' UNION ALL SELECT a.`channelId`, 0, v.`views` FROM `visit_count` v' +
      ' JOIN `article` a ON a.`id` = v.`subjectId` AND a.`siteId` = v.`siteId`' +
      ` WHERE v.\`siteId\` = ? AND v.\`kind\` = 'article' AND ${span.text}) t GROUP BY t.\`channelId\``,
    parameters: [siteId, ...span.parameters, siteId, ...span.parameters],
  };
}

export interface ArticleQuestion {
  readonly siteId: number;
  readonly days: Days;
  /** Part of the title; empty for all. */
  readonly title: string;
}

function articlesOf({ siteId, days, title }: ArticleQuestion): Statement {
  const span = within('v.`onDay`', days);
  return {
    text:
      ' FROM `visit_count` v JOIN `article` a ON a.`id` = v.`subjectId` AND a.`siteId` = v.`siteId`' +
      ` WHERE v.\`siteId\` = ? AND v.\`kind\` = 'article' AND ${span.text}` +
      (title === '' ? '' : ' AND INSTR(LOWER(a.`title`), ?) > 0'),
    parameters: [siteId, ...span.parameters, ...(title === '' ? [] : [title.toLowerCase()])],
  };
}

/** Articles of the site that were opened, the most opened first. */
export function topArticles(question: ArticleQuestion, take: number, skip: number): Statement {
  const { text, parameters } = articlesOf(question);
  return {
    text:
      'SELECT a.`id`, a.`title`, a.`channelId`, a.`state`, a.`publishedAt`, SUM(v.`views`) AS `hits`' +
      `${text} GROUP BY a.\`id\`, a.\`title\`, a.\`channelId\`, a.\`state\`, a.\`publishedAt\`` +
      ' ORDER BY `hits` DESC, a.`id` DESC LIMIT ? OFFSET ?',
    parameters: [...parameters, take, skip],
  };
}

export function countArticles(question: ArticleQuestion): Statement {
  const { text, parameters } = articlesOf(question);
  return { text: `SELECT COUNT(DISTINCT v.\`subjectId\`) AS \`n\`${text}`, parameters };
}

/** Hits of these articles. */
export function viewsOfArticles(siteId: number, ids: readonly number[], days: Days): Statement {
  const span = within('`onDay`', days);
  return {
    text:
      'SELECT `subjectId`, SUM(`views`) AS `views` FROM `visit_count`' +
      ` WHERE \`siteId\` = ? AND \`kind\` = 'article' AND ${span.text}` +
      ` AND \`subjectId\` IN (${marks(ids)}) GROUP BY \`subjectId\``,
    parameters: [siteId, ...span.parameters, ...ids],
  };
}

/** Hits and visitors of each of the given sites. */
export function bySite(siteIds: readonly number[], days: Days): Statement {
  const span = within('`period`', days);
  return {
    text:
      'SELECT `siteId`, SUM(`views`) AS `views`, SUM(`visitors`) AS `visitors` FROM `visit_total`' +
      ` WHERE \`scope\` = 'site' AND \`siteId\` IN (${marks(siteIds)}) AND ${span.text} GROUP BY \`siteId\``,
    parameters: [...siteIds, ...span.parameters],
  };
}

/** The last day on which each of the sites was visited. */
export function lastVisited(siteIds: readonly number[]): Statement {
  return {
    text:
      'SELECT `siteId`, MAX(`period`) AS `period` FROM `visit_total`' +
      ` WHERE \`scope\` = 'site' AND \`siteId\` IN (${marks(siteIds)}) GROUP BY \`siteId\``,
    parameters: [...siteIds],
  };
}
