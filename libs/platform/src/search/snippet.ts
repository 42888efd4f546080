import { fold } from './folding';

/** A piece of a text; `isHit` where it is what was searched for. */
export interface TextPart {
  readonly text: string;
  readonly isHit: boolean;
}

const LENGTH = 120;
const BEFORE = 30;

/** The text with every place of a mark told apart. Marks are folded, longest first. */
export function highlight(text: string, marks: readonly string[]): TextPart[] {
  const places = placesOf(fold(text), marks);
  const parts: TextPart[] = [];
  let from = 0;
  for (const [start, end] of places) {
    if (start > from) parts.push({ text: text.slice(from, start), isHit: false });
    parts.push({ text: text.slice(start, end), isHit: true });
    from = end;
  }
  if (from < text.length) parts.push({ text: text.slice(from), isHit: false });
  return parts;
}

/** About 120 characters round the first and densest place; the beginning when there is none. */
export function snippetOf(texts: readonly string[], marks: readonly string[]): TextPart[] {
  const shown = texts.map((text) => text.replace(/\s+/g, ' ')).map((text) => ({ text, folded: fold(text) }));
  for (const mark of marks) {
    for (const { text, folded } of shown) {
      const at = folded.indexOf(mark);
      if (at >= 0) return highlight(around(text, at), marks);
    }
  }
  const first = shown.find(({ text }) => text !== '')?.text ?? '';
  return highlight(around(first, 0), marks);
}

/** HTML of the parts: nothing of the text itself is markup. */
export function markedHtml(parts: readonly TextPart[]): string {
  return parts.map(({ text, isHit }) => (isHit ? `<mark>${escaped(text)}</mark>` : escaped(text))).join('');
}

function around(text: string, at: number): string {
  let from = at <= BEFORE ? 0 : at - BEFORE;
  let to = Math.min(text.length, from + LENGTH);
  if (isLow(text, from)) from += 1;
  if (isLow(text, to)) to -= 1;
  return `${from > 0 ? '…' : ''}${text.slice(from, to)}${to < text.length ? '…' : ''}`;
}

const isLow = (text: string, at: number): boolean => {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff;
};

function placesOf(folded: string, marks: readonly string[]): [number, number][] {
  const taken: [number, number][] = [];
  for (const mark of marks.filter((each) => each.trim() !== '')) {
    for (let at = folded.indexOf(mark); at >= 0; at = folded.indexOf(mark, at + mark.length)) {
      const end = at + mark.length;
      if (!taken.some(([from, to]) => at < to && end > from)) taken.push([at, end]);
      if (taken.length > 200) break;
    }
  }
  return taken.toSorted(([left], [right]) => left - right);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => ENTITIES[character] as string);
