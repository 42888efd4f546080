import { shanghaiMinute } from '@zhanqun/kernel';
import type { Chrome, MetaTag } from '../chrome';

/** 栏目页 facts (国办发〔2017〕47号, annex: 网页标签). */
export interface ColumnTagFacts {
  readonly name: string;
  readonly description: string;
  readonly keywords: readonly string[];
  /** 概况信息, 政务动态, 信息公开目录, … */
  readonly type: string;
}

/** 内容页 facts; what is empty or absent gives no tag. */
export interface ArticleTagFacts {
  readonly title: string;
  readonly publishedAt: Date;
  readonly source: string;
  readonly keywords?: readonly string[];
  readonly authors?: readonly string[];
  readonly description?: string;
  /** Absolute addresses. */
  readonly images?: readonly string[];
  /** Canonical address. */
  readonly url?: string;
}

const MOST_DESCRIPTION = 200;

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();
const shortened = (text: string): string => [...plain(text)].slice(0, MOST_DESCRIPTION).join('');

/** Tags are never empty: an empty one is left out, and supervision will say so where it is required. */
const tagsOf = (pairs: readonly (readonly [name: string, content: string])[]): MetaTag[] =>
  pairs.map(([name, content]) => ({ name, content: plain(content) })).filter(({ content }) => content !== '');

/** SiteName, SiteDomain, SiteIDCode: on every page of the site. */
export function siteTags(site: Chrome['site']): MetaTag[] {
  return tagsOf([
    ['SiteName', site.name],
    ['SiteDomain', site.domain],
    ['SiteIDCode', site.siteCode],
  ]);
}

/** A column page: the site's tags and the column's. What an editor left out is said by the column's name. */
export function columnTags(site: Chrome['site'], column: ColumnTagFacts): MetaTag[] {
  return [...siteTags(site), ...ownColumnTags(column)];
}

/** A content page: site, column and content tags. */
export function articleTags(
  site: Chrome['site'],
  column: ColumnTagFacts,
  article: ArticleTagFacts,
): MetaTag[] {
  return [
    ...columnTags(site, column),
    ...tagsOf([
      ['ArticleTitle', article.title],
      ['PubDate', shanghaiMinute(article.publishedAt)],
      ['ContentSource', article.source],
      ['Keywords', list(article.keywords)],
      ['Author', list(article.authors)],
      ['Description', shortened(article.description ?? '')],
      ...(article.images ?? []).map((image) => ['Image', image] as const),
      ['Url', article.url ?? ''],
    ]),
  ];
}

function ownColumnTags(column: ColumnTagFacts): MetaTag[] {
  return tagsOf([
    ['ColumnName', column.name],
    ['ColumnDescription', shortened(column.description) || `${column.name}栏目`],
    ['ColumnKeywords', list(column.keywords) || column.name],
    ['ColumnType', column.type || column.name],
  ]);
}

const list = (words: readonly string[] | undefined): string =>
  [...new Set((words ?? []).map(plain).filter(Boolean))].join(';');
