/** A place in a plain text. */
export interface Anchor {
  /** Which occurrence of the quoted words, from 0. */
  readonly nth: number;
  /** UTF-16 offset. */
  readonly start: number;
}

/**
 * The place of quoted words. `nth` names the occurrence; with `near`, the occurrence nearest to where they once
 * stood, so that a remark follows its words when others were put in before them. Null when they are gone.
 */
export function anchorIn(text: string, quote: string, nth: number, near?: number): Anchor | null {
  if (quote === '') return { nth: 0, start: 0 };
  const starts: number[] = [];
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) starts.push(at);
  const wanted = near === undefined ? starts[nth] : nearest(starts, near);
  return wanted === undefined ? null : { nth: starts.indexOf(wanted), start: wanted };
}

function nearest(starts: readonly number[], near: number): number | undefined {
  let found: number | undefined;
  for (const start of starts)
    if (found === undefined || Math.abs(start - near) < Math.abs(found - near)) found = start;
  return found;
}
