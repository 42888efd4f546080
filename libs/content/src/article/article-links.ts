import { instant } from '@zhanqun/platform';
import type { PageAddresses } from './article-address';
import type { Article } from './article.entity';
import type { ArticleLink } from './article.view';
import type { PolicyFacts } from './policy-facts';

/** A row of a list as `LINK_COLUMNS` of raw SQL gives it. */
export interface LinkRow {
  readonly id: number;
  readonly channelId: number;
  readonly title: string;
  readonly summary: string;
  readonly source: string;
  readonly coverPath: string;
  readonly coverAlt: string;
  readonly isPinned: number | boolean;
  readonly publishedAt: unknown;
  readonly facts: string | PolicyFacts | null;
}

export const LINK_FIELDS = [
  'id',
  'channelId',
  'title',
  'summary',
  'source',
  'coverPath',
  'coverAlt',
  'isPinned',
  'publishedAt',
  'facts',
] as const satisfies readonly (keyof Article)[];

export function toArticleLink(row: LinkRow, addresses: PageAddresses): ArticleLink {
  const id = Number(row.id);
  const publishedAt = instant(row.publishedAt);
  if (!publishedAt) throw new Error(`article ${id} is listed without a publication time`);
  return {
    id,
    title: row.title,
    url: addresses.article({ id, publishedAt }),
    publishedAt,
    source: row.source,
    summary: row.summary,
    coverUrl: row.coverPath ? addresses.file(row.coverPath) : null,
    coverAlt: row.coverAlt,
    isPinned: Number(row.isPinned) === 1,
    documentNumber: factsIn(row.facts)?.documentNumber ?? '',
  };
}

function factsIn(value: LinkRow['facts']): PolicyFacts | null {
  return typeof value === 'string' ? (JSON.parse(value) as PolicyFacts) : value;
}
