/**
 * Words of the index that nobody can write: their first letter is one of those that folding takes out of
 * every text and every question, so no article puts itself into another site by what it says.
 */
const SCOPE = '\uE000';
const GRAM = '\uE001';
const AT_SITE = '\uE002';

export interface ScopeFacts {
  readonly siteId?: number | undefined;
  readonly networkId?: number | undefined;
  readonly channelId?: number | undefined;
  readonly kind?: string | undefined;
  readonly year?: number | undefined;
  readonly validity?: string | undefined;
}

/** What a search is narrowed by, as words. */
export function scopeWords({ siteId, networkId, channelId, kind, year, validity }: ScopeFacts): string[] {
  const written: [string, string | number | undefined][] = [
    ['s', siteId],
    ['n', networkId],
    ['c', channelId],
    ['k', kind],
    ['y', year],
    ['v', validity],
  ];
  return written.flatMap(([letter, value]) =>
    value === undefined || value === ''
      ? []
      : [`${SCOPE}${letter}${String(value).replace(/[^\p{L}\p{N}]/gu, '')}`.toLowerCase()],
  );
}

/** How a word stands in the index: by itself, or as a word of one site. */
export type Mark = (word: string) => string;
export const inAllSites: Mark = (word) => word;
export const atSite =
  (siteId: number): Mark =>
  (word) =>
    `${AT_SITE}${siteId}${AT_SITE}${word}`;

/** Two neighbouring letters of a title. */
export const gramWord = (pair: string): string => `${GRAM}${pair}`;
