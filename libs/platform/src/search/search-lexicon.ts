import { fold } from './folding';

const quote = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** What a network adds to the common dictionary: own words (places, offices, schemes) and words of one meaning. */
export class SearchLexicon {
  private readonly pattern: RegExp | null;
  private readonly groups = new Map<string, readonly string[]>();
  readonly words: readonly string[];

  constructor(words: readonly string[], synonyms: readonly (readonly string[])[] = []) {
    const folded = synonyms.map((group) => [...new Set(group.map(asWord).filter((word) => word !== ''))]);
    for (const group of folded)
      for (const word of group)
        this.groups.set(word, [...new Set([...(this.groups.get(word) ?? []), ...group])]);
    const own = [...new Set([...words.map(asWord), ...this.groups.keys()])].filter((word) => word !== '');
    this.words = own.toSorted((left, right) => right.length - left.length);
    this.pattern = this.words.length > 0 ? new RegExp(this.words.map(quote).join('|'), 'gu') : null;
  }

  /** Own words in a folded text, each time they stand there. */
  occurrences(folded: string): string[] {
    return this.pattern ? (folded.match(this.pattern) ?? []) : [];
  }

  /** A folded query in pieces: own words apart from what stands between them. */
  split(folded: string): { readonly text: string; readonly isOwn: boolean }[] {
    if (!this.pattern) return [{ text: folded, isOwn: false }];
    const pieces: { text: string; isOwn: boolean }[] = [];
    let from = 0;
    for (const match of folded.matchAll(this.pattern)) {
      if (match.index > from) pieces.push({ text: folded.slice(from, match.index), isOwn: false });
      pieces.push({ text: match[0], isOwn: true });
      from = match.index + match[0].length;
    }
    if (from < folded.length) pieces.push({ text: folded.slice(from), isOwn: false });
    return pieces;
  }

  /** Other words for this one. */
  synonymsOf(word: string): readonly string[] {
    return (this.groups.get(word) ?? []).filter((other) => other !== word);
  }
}

const asWord = (text: string): string =>
  fold(text.toWellFormed())
    .replace(/[^\p{L}\p{N}]/gu, '')
    .slice(0, 30);

export const emptyLexicon = new SearchLexicon([]);
