import { NEWEST, NEWEST_AT_SITE, ROW_BEHIND } from './fts-reader.sql';
import type { IndexConnection } from './index-connection';
import { LAST_ROW, siteRow } from './site-row';

/** The newest share of all documents is read first, then up to the next one; as long as too little is found. */
const SHARES = [1 / 8, 1 / 4, 1 / 2];
/** Fewer documents are read in one go: every number is exact. */
const LEAST_DOCUMENTS = 100_000;

/** Where is looked: in the lists of one site, or of all; and for what. */
export interface Sought {
  readonly siteId: number | null;
  readonly match: string;
}

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

  /** One site is few documents: they are all read. */
  read(list: keyof typeof NEWEST, { siteId, match }: Sought, wish: NewestWish): NewestMatches {
    if (siteId === null) return this.inAll(NEWEST[list], match, wish);
    const [oldest, newest] = [siteRow(siteId, 0), siteRow(siteId, LAST_ROW)];
    return { rows: this.rows(NEWEST_AT_SITE[list], match, oldest, newest, wish.most), isMore: false };
  }

  private inAll(text: string, match: string, { most, enough, documents }: NewestWish): NewestMatches {
    const rows: number[] = [];
    let newest = LAST_ROW;
    for (const oldest of this.bounds(documents)) {
      rows.push(...this.rows(text, match, oldest, newest, most - rows.length));
      if (rows.length >= most) break;
      if (rows.length >= enough && oldest > 0) return { rows, isMore: true };
      newest = oldest - 1;
    }
    return { rows, isMore: false };
  }

  private rows(text: string, ...parameters: unknown[]): number[] {
    const [row] = this.connection.all<{ packed: string }>(text, ...parameters);
    return JSON.parse(row?.packed ?? '[]') as number[];
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
