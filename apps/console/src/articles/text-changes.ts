import { diffArrays, diffChars } from 'diff';
import type { ArticleText } from '@/api/articles';

export interface ChangePart {
  kind: 'same' | 'added' | 'removed';
  text: string;
}
export interface ChangedLine {
  name: string;
  parts: ChangePart[];
}

const FIELDS = {
  title: '标题',
  subtitle: '副标题',
  summary: '摘要',
  source: '来源',
  author: '作者',
} as const;
const BLOCKS = 'p, h2, h3, h4, li, td, th, caption, figcaption, pre';

/** The top-level parts of a body, as merging and comparing take them. */
export function blocksOf(html: string): string[] {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  return [...body.childNodes]
    .map((node) => (node instanceof Element ? node.outerHTML : (node.textContent ?? '')))
    .filter((part) => part.trim() !== '');
}

function linesOf(html: string): string[] {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  for (const picture of body.querySelectorAll('img')) picture.replaceWith(`〔图片：${picture.alt}〕`);
  for (const line of body.querySelectorAll(BLOCKS)) line.append('\n');
  return body.textContent
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

const LONGEST = 2000;

function words(before: string, after: string): ChangePart[] {
  if (before.length > LONGEST || after.length > LONGEST)
    return [
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ];
  return diffChars(before, after).map(({ value, added, removed }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }));
}

/** What differs between two texts, line by line; empty when nothing a reader sees does. */
export function changesBetween(before: ArticleText, after: ArticleText): ChangedLine[] {
  const lines: ChangedLine[] = [];
  for (const [field, name] of Object.entries(FIELDS) as [keyof typeof FIELDS, string][])
    if (before[field] !== after[field]) lines.push({ name, parts: words(before[field], after[field]) });
  const parts = diffArrays(linesOf(before.body), linesOf(after.body));
  for (const [at, part] of parts.entries()) {
    const next = parts[at + 1];
    if (part.removed) {
      const added = next?.added ? next.value : [];
      for (let line = 0; line < Math.max(part.value.length, added.length); line += 1)
        lines.push({ name: '正文', parts: words(part.value[line] ?? '', added[line] ?? '') });
    } else if (part.added && !parts[at - 1]?.removed) {
      for (const text of part.value) lines.push({ name: '正文', parts: [{ kind: 'added', text }] });
    }
  }
  return lines;
}
