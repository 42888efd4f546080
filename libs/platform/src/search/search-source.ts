import type { Ctx, SiteCtx } from '@zhanqun/kernel';
import type { SearchDocument } from './search-document';
import type { SearchLexicon } from './search-lexicon';

/** Who knows what is public. The index asks, and believes nobody else. */
export abstract class SearchSource {
  /** At which site each of these rows stands, public or not. */
  abstract sitesOf(ctx: Ctx, ids: readonly number[]): Promise<Map<number, number>>;
  /** Of everything public at the site, newest first: a stamp that differs when the document does. */
  abstract stamps(ctx: SiteCtx): Promise<Map<number, string>>;
  /** Documents of those among the ids that are public at the site; no other ones. */
  abstract documents(ctx: SiteCtx, ids: readonly number[], haste: SourceHaste): Promise<ReadDocuments>;
  abstract lexicon(ctx: Ctx, networkId: number): Promise<SearchLexicon>;
}

/** `stored`: with the words of files as far as they are known; `all`: unknown files are read first. */
export type SourceHaste = 'stored' | 'all';

export interface ReadDocuments {
  readonly documents: readonly SearchDocument[];
  /** These have files whose words are not known yet. */
  readonly unreadIds: readonly number[];
}
