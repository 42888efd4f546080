import { instant } from '@zhanqun/platform';
import { listPicture } from '../asset/presets';
import type { PageAddresses } from './article-address';
import type { Article } from './article.entity';
import type { ArticleLink } from './article.view';
import { policyFactsOf } from './policy-facts';
import type { ArticleFacts } from '../kind/facts';
import { kindOf } from '../kind/kind';

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
  readonly pinRank: number;
  readonly publishedAt: unknown;
  readonly facts: string | ArticleFacts | null;
  readonly kind: string;
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
  'pinRank',
  'publishedAt',
  'facts',
  'kind',
] as const satisfies readonly (keyof Article)[];

export function toArticleLink(row: LinkRow, addresses: PageAddresses): ArticleLink {
  const id = Number(row.id);
  const publishedAt = instant(row.publishedAt);
  const facts = factsIn(row.facts);
  if (!publishedAt) throw new Error(`article ${id} is listed without a publication time`);
  return {
    id,
    title: row.title,
    url: destinationOf(row.kind, facts) ?? addresses.article({ id, publishedAt }),
    publishedAt,
    source: row.source,
    summary: row.summary,
    coverUrl: row.coverPath ? addresses.file(listPicture(row.coverPath)) : null,
    coverAlt: row.coverAlt,
    isPinned: Number(row.isPinned) === 1,
    documentNumber: policyFactsOf({ kind: row.kind, facts })?.documentNumber ?? '',
    note: noteOf(row.kind, facts),
    style: kindOf(row.kind).listStyle,
  };
}

/** What a list tells beside the title: the fact that the kind names. */
function noteOf(kind: string, facts: ArticleFacts | null): string {
  const note = facts?.[kindOf(kind).listNote ?? ''];
  return typeof note === 'string' ? note : '';
}

/** A link leads to where it points, not to its own page. */
function destinationOf(kind: string, facts: ArticleFacts | null): string | null {
  return kind === 'link' && typeof facts?.['url'] === 'string' ? facts['url'] || null : null;
}

export function factsIn(value: LinkRow['facts']): ArticleFacts | null {
  return typeof value === 'string' ? (JSON.parse(value) as ArticleFacts) : value;
}
