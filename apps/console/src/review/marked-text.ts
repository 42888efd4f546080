import type { DiffPart } from '@/api/articles';
import type { Remark } from '@/api/reviews';

/** A run of the new text, with how it changed and the remark on it. */
export interface MarkedRun {
  text: string;
  kind: DiffPart['kind'];
  remarkId: number | null;
}

/** The new text of a comparison. */
export const newText = (parts: readonly DiffPart[]): string =>
  parts
    .filter((part) => part.kind !== 'removed')
    .map((part) => part.text)
    .join('');

/** Where the nth occurrence of words begins; -1 when there is none. */
export function nthIndex(text: string, quote: string, nth: number): number {
  let at = -1;
  for (let count = 0; count <= nth; count += 1) {
    at = text.indexOf(quote, at + 1);
    if (at < 0) return -1;
  }
  return at;
}

/** Which occurrence of `quote` begins at or nearest before `start`. */
export function nthAt(text: string, quote: string, start: number): number {
  let nth = 0;
  for (let at = text.indexOf(quote); at >= 0 && at < start; at = text.indexOf(quote, at + 1)) nth += 1;
  return nthIndex(text, quote, nth) < 0 ? Math.max(0, nth - 1) : nth;
}

/** The new text cut into runs, so that changes and remarks can be shown in it at once. */
export function markedRuns(parts: readonly DiffPart[], remarks: readonly Remark[]): MarkedRun[] {
  const text = newText(parts);
  const ranges = remarks.flatMap(({ id, quote, nth, field, isResolved }) => {
    const from =
      field === 'body' && quote !== '' && nth !== null && !isResolved ? nthIndex(text, quote, nth) : -1;
    return from < 0 ? [] : [{ id, from, to: from + quote.length }];
  });
  const runs: MarkedRun[] = [];
  let at = 0;
  for (const part of parts) {
    if (part.kind === 'removed') continue;
    const end = at + part.text.length;
    const edges = [at, end, ...ranges.flatMap(({ from, to }) => [from, to])]
      .filter((edge) => edge >= at && edge <= end)
      .sort((a, b) => a - b);
    for (const [index, from] of edges.entries()) {
      const to = edges[index + 1] ?? from;
      if (to === from) continue;
      const range = ranges.find((each) => each.from <= from && each.to >= to);
      runs.push({ text: text.slice(from, to), kind: part.kind, remarkId: range?.id ?? null });
    }
    at = end;
  }
  return runs;
}
