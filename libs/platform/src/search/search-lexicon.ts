import { fold } from './folding';

/** What a network adds to the common dictionary: own words (places, offices, schemes) and words of one meaning. */
export class SearchLexicon {
  private readonly known: ReadonlySet<string>;
  /** How long the longest word is that begins with a letter: a text costs its length, however many words there are. */
  private readonly longest = new Map<number, number>();
  private readonly groups = new Map<string, readonly string[]>();
  readonly words: readonly string[];
  readonly synonyms: readonly (readonly string[])[];

  constructor(words: readonly string[], synonyms: readonly (readonly string[])[] = []) {
    const folded = synonyms.map((group) => [...new Set(group.map(asWord).filter((word) => word !== ''))]);
    this.synonyms = folded;
    for (const group of folded)
      for (const word of group)
        this.groups.set(word, [...new Set([...(this.groups.get(word) ?? []), ...group])]);
    const own = [...new Set([...words.map(asWord), ...this.groups.keys()])].filter((word) => word !== '');
    this.words = own.toSorted((left, right) => right.length - left.length);
    this.known = new Set(this.words);
    for (const word of this.words) {
      const first = word.charCodeAt(0);
      this.longest.set(first, Math.max(this.longest.get(first) ?? 0, word.length));
    }
  }

  /** Own words in a folded text, each time they stand there. */
  occurrences(folded: string): string[] {
    return [...this.found(folded)].map(({ word }) => word);
  }

  /** A folded query in pieces: own words apart from what stands between them. */
  split(folded: string): { readonly text: string; readonly isOwn: boolean }[] {
    const pieces: { text: string; isOwn: boolean }[] = [];
    let from = 0;
    for (const { word, at } of this.found(folded)) {
      if (at > from) pieces.push({ text: folded.slice(from, at), isOwn: false });
      pieces.push({ text: word, isOwn: true });
      from = at + word.length;
    }
    if (from < folded.length || pieces.length === 0) pieces.push({ text: folded.slice(from), isOwn: false });
    return pieces;
  }

  /** From left to right, the longest word at each place, none within another. */
  private *found(folded: string): Generator<{ readonly word: string; readonly at: number }> {
    for (let at = 0; at < folded.length; at += 1) {
      const word = this.wordAt(folded, at);
      if (word === null) continue;
      yield { word, at };
      at += word.length - 1;
    }
  }

  private wordAt(folded: string, at: number): string | null {
    const most = Math.min(this.longest.get(folded.charCodeAt(at)) ?? 0, folded.length - at);
    for (let length = most; length > 0; length -= 1) {
      const word = folded.slice(at, at + length);
      if (this.known.has(word)) return word;
    }
    return null;
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
