import { isExcepted } from '../lexicon-context';
import type { Severity } from '../check-hit';
import { fold } from './fold';
import type { Term, TermList } from './term-list';

export interface TermHit {
  readonly term: Term;
  readonly start: number;
  readonly end: number;
  readonly severity: Severity;
}

/** What a site makes of a term: its severity there, null when it is switched off or another place's word holds. */
export type Judge = (term: Term, list: TermList) => Severity | null;

const STRICTNESS: Readonly<Record<Severity, number>> = { block: 0, warn: 1, hint: 2 };
/** More than a person reads; a text of nothing but hits is told so by its first ones. */
const MOST_HITS = 1000;

/**
 * 查词: every hit of every list, without those that their context makes right, in the order of the text. Where
 * hits overlap the stricter is kept, of equal ones the longer, of those the first.
 */
export function findTerms(lists: readonly TermList[], judge: Judge, text: string): TermHit[] {
  const folded = fold(text);
  const hits: TermHit[] = [];
  for (const list of lists)
    list.search(folded, (term, start, end) => {
      const severity = judge(term, list);
      if (severity === null || hits.length >= MOST_HITS * 4) return;
      if (!isExcepted({ ...term, wrong: term.key }, folded, start)) hits.push({ term, start, end, severity });
    });
  return withoutOverlaps(hits, text.length)
    .toSorted((left, right) => left.start - right.start)
    .slice(0, MOST_HITS);
}

function withoutOverlaps(hits: readonly TermHit[], length: number): TermHit[] {
  if (hits.length < 2) return [...hits];
  const taken = new Uint8Array(length);
  return hits
    .toSorted(
      (left, right) =>
        STRICTNESS[left.severity] - STRICTNESS[right.severity] ||
        right.end - right.start - (left.end - left.start) ||
        left.start - right.start,
    )
    .filter(({ start, end }) => {
      for (let at = start; at < end; at += 1) if (taken[at] === 1) return false;
      taken.fill(1, start, end);
      return true;
    });
}
