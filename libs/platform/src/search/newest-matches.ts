import { LAST_ROW, ROW_BEHIND } from './fts-reader.sql';
import type { IndexConnection } from './index-connection';

/** The newest share of all documents is read first, then up to the next one; as long as too little is found. */
const SHARES = [1 / 8, 1 / 4, 1 / 2];
/** Fewer documents are read in one go: every number is exact. */
const LEAST_DOCUMENTS = 100_000;

export interface NewestWish {
  readonly most: number;
  /** So many are enough to leave older documents unread. */
  readonly enough: number;
  /** How many there are to read, about. */
  readonly documents: number;
}

export interface NewestMatches {
  readonly rows: readonly number[];
  /** Older documents were left unread. */
  readonly isMore: boolean;
}

/**
 * Reads matches from the newest document backwards. Words that are each in many documents and seldom together
 * would be looked for in all of a million: that ends when there is enough, and is said.
 */
export class NewestReader {
  private oldest: readonly number[] = [0];
  private documents = 0;

  constructor(
    private readonly connection: IndexConnection,
    private readonly leastDocuments = LEAST_DOCUMENTS,
  ) {}

  read(text: string, match: string, { most, enough, documents }: NewestWish): NewestMatches {
    const rows: number[] = [];
    let newest = LAST_ROW;
    for (const oldest of this.bounds(documents)) {
      const [row] = this.connection.all<{ packed: string }>(text, match, oldest, newest, most - rows.length);
      rows.push(...(JSON.parse(row?.packed ?? '[]') as number[]));
      if (rows.length >= most) break;
      if (rows.length >= enough && oldest > 0) return { rows, isMore: true };
      newest = oldest - 1;
    }
    return { rows, isMore: false };
  }

  /** Where the shares begin, told again when the index has grown or shrunk. */
  private bounds(documents: number): readonly number[] {
    if (documents < this.leastDocuments) return [0];
    if (Math.abs(documents - this.documents) > documents / 20) {
      this.documents = documents;
      const found = SHARES.flatMap((share) =>
        this.connection.all<{ rowid: number }>(ROW_BEHIND, Math.floor(documents * share)),
      );
      this.oldest = [...found.map(({ rowid }) => rowid), 0];
    }
    return this.oldest;
  }
}
