import type {
  IndexState,
  SearchAnswer,
  SearchDocument,
  SearchQuestion,
  SearchScope,
  Suggestion,
} from './search-document';
import type { SearchLexicon } from './search-lexicon';

/**
 * 检索库, read. It is derived from published facts and disposable: the rows of the database are the truth.
 * One driver keeps it in a file of this machine; a city with tens of millions of documents puts another behind it.
 */
export abstract class SearchIndex {
  /** Never refuses a text: what cannot be understood is not found. */
  abstract search(question: SearchQuestion, lexicon: SearchLexicon): Promise<SearchAnswer>;
  /** Titles that begin with, or contain, what was typed so far. */
  abstract suggest(
    typed: string,
    scope: SearchScope,
    lexicon: SearchLexicon,
    most: number,
  ): Promise<Suggestion[]>;
  abstract facts(): Promise<IndexFacts>;
}

export interface IndexFacts {
  readonly state: IndexState;
  readonly documents: number;
  readonly bytes: number;
  readonly builtAt: Date | null;
  readonly progress: RebuildProgress | null;
}

export interface RebuildProgress {
  readonly done: number;
  readonly total: number;
  readonly startedAt: Date;
  /** When the builder was last heard of; long ago means that it was stopped. */
  readonly seenAt: Date;
  readonly isFinished: boolean;
}

/** One index file open for writing. Every call is one transaction: a crash leaves the one before. */
export interface IndexWriter {
  put(documents: readonly SearchDocument[], lexiconOf: (networkId: number) => SearchLexicon): void;
  remove(siteId: number, ids: readonly number[]): void;
  removeSite(siteId: number): void;
  /** Stamp by id of what is kept of a site. */
  stampsOf(siteId: number): Map<number, string>;
  sites(): number[];
  /** Where these ids are kept. */
  sitesOf(ids: readonly number[]): Map<number, number>;
  count(): number;
  isComplete(): boolean;
  complete(now: Date): void;
  close(): void;
}
