import type { Node } from '@tiptap/pm/model';

/** A stretch of a document's positions. */
export interface Range {
  from: number;
  to: number;
}

interface Line {
  /** Where its text begins in the plain text. */
  readonly start: number;
  /** Where its text begins in the document. */
  readonly at: number;
  readonly node: Node;
}

/** The plain text of a document: its lines, joined by line breaks, and where each of them stands. */
export function plainTextOf(document: Node): { text: string; lines: readonly Line[] } {
  const lines: Line[] = [];
  let text = '';
  document.descendants((node, at) => {
    if (!node.isTextblock) return true;
    if (lines.length > 0) text += '\n';
    lines.push({ start: text.length, at: at + 1, node });
    text += node.textBetween(0, node.content.size, undefined, '\n');
    return false;
  });
  return { text, lines };
}

/** Start of the nth occurrence; the last one when the text has meanwhile fewer. */
export function nthStart(text: string, words: string, nth: number): number {
  let found = -1;
  for (let seen = 0, at = text.indexOf(words); at >= 0 && seen <= nth; at = text.indexOf(words, at + 1)) {
    found = at;
    seen += 1;
  }
  return words === '' ? -1 : found;
}

/** Where the words of a hit stand in the document; null when they are gone. */
export function rangeOf(
  { text, lines }: ReturnType<typeof plainTextOf>,
  words: string,
  nth: number,
): Range | null {
  const start = nthStart(text, words, nth);
  if (start < 0) return null;
  const from = positionOf(lines, start);
  const to = positionOf(lines, start + words.length, true);
  return from !== null && to !== null && from < to ? { from, to } : null;
}

function positionOf(lines: readonly Line[], offset: number, isEnd = false): number | null {
  const line = lines.findLast(({ start }) => (isEnd ? start < offset : start <= offset));
  if (!line) return null;
  let left = offset - line.start;
  let position: number | null = null;
  line.node.forEach((child, at) => {
    if (position !== null) return;
    const length = child.isText ? (child.text?.length ?? 0) : child.type.name === 'hardBreak' ? 1 : 0;
    const isLeafGap = length === 0 || (!child.isText && left >= length);
    if (!isLeafGap && (left < length || (isEnd && left === length))) position = line.at + at + left;
    else left -= length;
  });
  return position ?? (left === 0 ? line.at + line.node.content.size : null);
}

/** Pictures, headings and tables have no words of their own: the nth of their kind is meant. */
export function nodeRangeOf(document: Node, kind: string, nth: number): Range | null {
  const wanted = {
    alt: (node: Node) => /^(?:image|inlineImage)$/.test(node.type.name) && !node.attrs['alt'],
    table: (node: Node) => node.type.name === 'table',
    heading: (node: Node) => node.type.name === 'heading',
  }[kind];
  if (!wanted) return null;
  let [seen, range] = [0, null as Range | null];
  document.descendants((node, at) => {
    if (range || !wanted(node)) return !range;
    if (seen === nth) range = { from: at, to: at + node.nodeSize };
    seen += 1;
    return true;
  });
  return range;
}
