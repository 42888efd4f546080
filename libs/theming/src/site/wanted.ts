import type { SiteRef } from '@zhanqun/kernel';
import type { Asked } from '../page/page';
import type { PageMatch } from '../page/page-registry';

/** One page of one site as somebody asked for it: what caches, pages and those who wait go by. */
export interface Wanted {
  readonly site: SiteRef;
  /** Canonical path below the site's prefix, that of the variant included. */
  readonly path: string;
  /** The parameters its page reads, in their one spelling with the question mark; empty for most. */
  readonly query: string;
  readonly match: PageMatch | null;
  readonly asked: Asked;
  /** For 繁体版, the same page in simplified Chinese, which it is made from. */
  readonly source?: Wanted;
}

/** What an answer is kept under, below its site. No path has a question mark in it. */
export const keyOf = ({ path, query }: Wanted): string => path + query;
