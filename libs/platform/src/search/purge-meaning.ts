/** What a purge means for the index: these rows, the channels of these sites, or the list of sites. */
export interface PurgeMeaning {
  readonly ids: readonly number[];
  readonly siteIds: readonly number[];
  readonly isDirectory: boolean;
}

const ARTICLE = /^article:(\d+)$/;
const CHANNELS = /^site:(\d+):channels$/;
const DIRECTORY = /^directory(:\d+)?$/;

/** Every change of what is public purges pages in its own transaction, so the purge log tells all of them. */
export function meaningOf(tags: readonly string[]): PurgeMeaning {
  const plain = tags.map((tag) => tag.replace(/^gone:/, ''));
  const numbers = (pattern: RegExp): number[] => [
    ...new Set(plain.flatMap((tag) => Number(pattern.exec(tag)?.[1] ?? 0) || [])),
  ];
  return {
    ids: numbers(ARTICLE),
    siteIds: numbers(CHANNELS),
    isDirectory: plain.some((tag) => DIRECTORY.test(tag)),
  };
}
