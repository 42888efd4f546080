import { diffArrays } from 'diff';

/** A stretch of a text as it was begun from, and as two people left it. */
export interface MergePart {
  readonly base: readonly string[];
  readonly mine: readonly string[];
  readonly theirs: readonly string[];
  /** Whose words stand: one of them, where only one changed or both wrote the same; else somebody decides. */
  readonly choice: 'mine' | 'theirs' | null;
}

interface Change {
  /** Stretch of the base that was replaced. */
  readonly start: number;
  readonly end: number;
  readonly by: readonly string[];
}

const same = (a: readonly string[], b: readonly string[]): boolean =>
  a.join('\0') === b.join('\0') && a.length === b.length;

/** Merges paragraph by paragraph: what only one of two people changed is taken, the rest is asked. */
export function mergeBlocks(
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
): MergePart[] {
  const [own, other] = [changesOf(base, mine), changesOf(base, theirs)];
  const parts: MergePart[] = [];
  let at = 0;
  while (own.length > 0 || other.length > 0 || at < base.length) {
    const start = Math.min(own[0]?.start ?? base.length, other[0]?.start ?? base.length);
    if (start > at) {
      const kept = base.slice(at, start);
      parts.push({ base: kept, mine: kept, theirs: kept, choice: 'mine' });
      at = start;
    }
    if (own.length === 0 && other.length === 0) break;
    const [a, b, end] = together(own, other, start);
    const words = [written(base, a, start, end), written(base, b, start, end)] as const;
    parts.push({
      base: base.slice(start, end),
      mine: words[0],
      theirs: words[1],
      choice: b.length === 0 || same(...words) ? 'mine' : a.length === 0 ? 'theirs' : null,
    });
    at = end;
  }
  return parts;
}

function changesOf(base: readonly string[], other: readonly string[]): Change[] {
  const changes: Change[] = [];
  let at = 0;
  for (const { value, added, removed } of diffArrays([...base], [...other])) {
    const last = changes.at(-1);
    const isNext = last !== undefined && last.end === at && (added || removed);
    if (removed) {
      if (isNext) changes[changes.length - 1] = { ...last, end: at + value.length };
      else changes.push({ start: at, end: at + value.length, by: [] });
      at += value.length;
    } else if (added) {
      if (isNext) changes[changes.length - 1] = { ...last, by: [...last.by, ...value] };
      else changes.push({ start: at, end: at, by: value });
    } else at += value.length;
  }
  return changes;
}

/** Takes the changes that touch each other off both lists. */
function together(own: Change[], other: Change[], start: number): [Change[], Change[], number] {
  const taken: [Change[], Change[]] = [[], []];
  let end = start;
  for (let grew = true; grew;) {
    grew = false;
    for (const [side, list] of [own, other].entries()) {
      while (list[0] && (list[0].start < end || list[0].start === start)) {
        const change = list.shift() as Change;
        taken[side as 0 | 1].push(change);
        end = Math.max(end, change.end);
        grew = true;
      }
    }
  }
  return [...taken, end];
}

function written(base: readonly string[], changes: readonly Change[], start: number, end: number): string[] {
  const words: string[] = [];
  let at = start;
  for (const change of changes) {
    words.push(...base.slice(at, change.start), ...change.by);
    at = change.end;
  }
  return [...words, ...base.slice(at, end)];
}

/** The merged text; `null` choices take both, the own words first. */
export const merged = (
  parts: readonly MergePart[],
  choices: readonly ('mine' | 'theirs' | 'both' | null)[],
): string[] =>
  parts.flatMap(({ mine, theirs, choice }, at) => {
    const taken = choices[at] ?? choice ?? 'both';
    return taken === 'both' ? [...mine, ...theirs] : taken === 'mine' ? [...mine] : [...theirs];
  });
