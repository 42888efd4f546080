import { diffArrays } from 'diff';

/** One run of words: in both texts, only in the new one, or only in the old one. */
export interface DiffPart {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

const words = new Intl.Segmenter('zh-CN', { granularity: 'word' });
/** Paragraphs beyond this are compared whole: nobody reads a word diff of such a block. */
const LONGEST_PARAGRAPH = 20_000;
const MOST_EDITS = 20_000;

/** 修改对照, word by word. Long texts are first compared by paragraph, so that the cost follows the change. */
export function textChanges(before: string, after: string): DiffPart[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }];
  const paragraphs = diffArrays(linesOf(before), linesOf(after), { maxEditLength: MOST_EDITS });
  if (!paragraphs) return compact([removed(before), added(after)]);
  const parts: DiffPart[] = [];
  for (let at = 0; at < paragraphs.length; at += 1) {
    const here = paragraphs[at] as (typeof paragraphs)[number];
    const next = paragraphs[at + 1];
    const text = here.value.join('');
    if (here.removed && next?.added) {
      parts.push(...wordChanges(text, next.value.join('')));
      at += 1;
    } else if (here.removed) parts.push(removed(text));
    else parts.push(here.added ? added(text) : { kind: 'same', text });
  }
  return compact(parts);
}

function wordChanges(before: string, after: string): DiffPart[] {
  if (before.length > LONGEST_PARAGRAPH || after.length > LONGEST_PARAGRAPH)
    return [removed(before), added(after)];
  const changes = diffArrays(wordsOf(before), wordsOf(after), { maxEditLength: MOST_EDITS });
  if (!changes) return [removed(before), added(after)];
  return changes.map((change): DiffPart => {
    const text = change.value.join('');
    if (change.removed) return removed(text);
    return change.added ? added(text) : { kind: 'same', text };
  });
}

const removed = (text: string): DiffPart => ({ kind: 'removed', text });
const added = (text: string): DiffPart => ({ kind: 'added', text });

function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function wordsOf(text: string): string[] {
  return [...words.segment(text)].map((segment) => segment.segment);
}

/** Neighbouring runs of one kind become one. */
function compact(parts: readonly DiffPart[]): DiffPart[] {
  const runs: DiffPart[] = [];
  for (const part of parts) {
    const last = runs.at(-1);
    if (part.text === '') continue;
    if (last?.kind === part.kind) runs[runs.length - 1] = { kind: last.kind, text: last.text + part.text };
    else runs.push(part);
  }
  return runs;
}
