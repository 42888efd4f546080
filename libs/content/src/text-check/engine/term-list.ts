import type { LexiconEntry } from '../lexicon';
import { Automaton } from './automaton';
import { fold } from './fold';

/** 词条 as it is looked for: everything that is compared with the text is folded once, here. */
export interface Term extends LexiconEntry {
  /** Folded `wrong`: one key is one term, whatever its letters. */
  readonly key: string;
}

/** 词表：the terms of one place (the lexicon, the platform, a portal, a site) with their automaton. */
export class TermList {
  static readonly EMPTY = new TermList([], Automaton.of([]));
  private readonly byKey: ReadonlyMap<string, Term>;

  private constructor(
    readonly terms: readonly Term[],
    private readonly automaton: Automaton,
  ) {
    this.byKey = new Map(terms.map((term) => [term.key, term]));
  }

  /** Of two terms with one key the first counts. Built in slices: a large list holds nobody up. */
  static async of(entries: readonly LexiconEntry[]): Promise<TermList> {
    const unique = new Map<string, Term>();
    for (const entry of entries) {
      const key = fold(entry.wrong);
      if (!unique.has(key)) unique.set(key, toTerm(entry, key));
    }
    const terms = [...unique.values()];
    return new TermList(terms, await Automaton.inBackground(terms.map(({ key }) => key)));
  }

  get(key: string): Term | undefined {
    return this.byKey.get(key);
  }

  /** For figures: bytes of the automaton. */
  get bytes(): number {
    return this.automaton.bytes;
  }

  search(folded: string, hit: (term: Term, start: number, end: number) => void): void {
    this.automaton.search(folded, (word, start, end) => hit(this.terms[word] as Term, start, end));
  }
}

function toTerm(entry: LexiconEntry, key: string): Term {
  return {
    ...entry,
    key,
    notAfter: entry.notAfter.map(fold),
    notBefore: entry.notBefore.map(fold),
    within: entry.within.map(fold),
  };
}
