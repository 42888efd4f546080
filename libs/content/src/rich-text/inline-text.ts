import { attributesOf, type Attributes } from './text-tags';

/** Marks from the outside in; a text that says the same is written the same. */
const MARKS = ['a', 'strong', 'em', 'u', 's', 'sub', 'sup', 'code'] as const;

export interface TextMark {
  readonly tag: (typeof MARKS)[number];
  readonly open: string;
}
export type Marks = readonly TextMark[];

/** Words, a line break or a picture, with the marks on it. */
export interface Piece {
  readonly kind: 'words' | 'break' | 'picture';
  readonly html: string;
  readonly marks: Marks;
}

export const escapeText = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

export function openTag(tag: string, given: Attributes): string {
  const attributes = Object.entries(attributesOf(tag, given))
    .map(([name, value]) => (name === 'controls' ? ' controls' : ` ${name}="${quoted(value)}"`))
    .join('');
  return `<${tag}${attributes}>`;
}

const quoted = (value: string): string => escapeText(value).replace(/"/g, '&quot;');

export const isMark = (tag: string): tag is TextMark['tag'] => (MARKS as readonly string[]).includes(tag);

/** One more mark; of two of a kind the inner one counts. */
export function withMark(marks: Marks, tag: TextMark['tag'], given: Attributes): Marks {
  const open = openTag(tag, given);
  if (tag === 'a' && !open.includes(' href=')) return marks;
  return [...marks.filter((mark) => mark.tag !== tag), { tag, open }].sort(
    (a, b) => MARKS.indexOf(a.tag) - MARKS.indexOf(b.tag),
  );
}

const BLANKS = /[ \t\r\n\f]+/g;

/** Writes pieces as one line of text: blanks as a browser shows them, marks nested in one order. */
export function writeLine(given: readonly Piece[]): string {
  const pieces = withoutIdleBlanks(given);
  let html = '';
  let open: TextMark[] = [];
  for (const piece of pieces) {
    let kept = 0;
    while (kept < open.length && open[kept]?.open === piece.marks[kept]?.open) kept += 1;
    for (const mark of open.slice(kept).reverse()) html += `</${mark.tag}>`;
    for (const mark of piece.marks.slice(kept)) html += mark.open;
    open = [...piece.marks];
    html += piece.html;
  }
  for (const mark of open.reverse()) html += `</${mark.tag}>`;
  return html;
}

function withoutIdleBlanks(pieces: readonly Piece[]): Piece[] {
  const kept: Piece[] = [];
  for (const piece of pieces) {
    if (piece.kind !== 'words') {
      kept.push(piece);
      continue;
    }
    const before = kept.at(-1);
    const follows = before?.kind === 'picture' || (before?.kind === 'words' && !before.html.endsWith(' '));
    const one = piece.html.replace(BLANKS, ' ');
    const html = follows ? one : one.replace(/^ /, '');
    if (html !== '') kept.push({ ...piece, html });
  }
  const last = kept.at(-1);
  if (last?.kind === 'words' && last.html.endsWith(' ')) {
    kept.pop();
    const html = last.html.slice(0, -1);
    if (html !== '') kept.push({ ...last, html });
  }
  return kept;
}
