import { createHash } from 'node:crypto';

export const SEVERITIES = ['block', 'warn', 'hint'] as const;
/** `block` keeps a text back, `warn` asks for a reason, `hint` only tells. */
export type Severity = (typeof SEVERITIES)[number];

export const CHECK_FIELDS = [
  'title',
  'subtitle',
  'summary',
  'source',
  'author',
  'body',
  'attachment',
] as const;
export type CheckField = (typeof CHECK_FIELDS)[number];

export const CHECK_KINDS = [
  'misspelling', 'wording', 'organisation', 'bracket', 'date', 'sensitive', 'secrecy', 'personal', 'spam',
  'link', 'alt', 'heading', 'table', 'source', 'title', 'duplicate',
] as const; // prettier-ignore
export type CheckKind = (typeof CHECK_KINDS)[number];

/** What a rule found in one plain text. */
export interface TextHit {
  /** Offsets in UTF-16 units of the plain text. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly kind: CheckKind;
  /** Code of the rule, as the list of rules names it. */
  readonly rule: string;
  readonly suggest: string | null;
  readonly severity: Severity;
  readonly reason: string;
}

export interface Dismissal {
  readonly by: string;
  readonly reason: string;
  readonly at: Date;
}

/** 检查结果：one hit in a field of an article. */
export interface CheckHit extends TextHit {
  readonly field: CheckField;
  /** Name of the attached file, where the hit is in one. */
  readonly attachment: string | null;
  /** Which occurrence of `text` in the plain text of the field this is, from 0. */
  readonly nth: number;
  /** Stays the same while the words around stay: a dismissal is remembered by it. */
  readonly key: string;
  readonly dismissed: Dismissal | null;
}

const CONTEXT = 8;

/** Gives hits of one field their place and their key. */
export function placeHits(
  hits: readonly TextHit[],
  text: string,
  place: { readonly field: CheckField; readonly attachment?: string },
): CheckHit[] {
  const nthOf = occurrences(text);
  return hits.map((hit) => ({
    ...hit,
    field: place.field,
    attachment: place.attachment ?? null,
    nth: nthOf(hit.text, hit.start),
    key: keyOf(hit, text),
    dismissed: null,
  }));
}

function keyOf({ rule, text: found, start, end }: TextHit, text: string): string {
  const before =
    text
      .slice(Math.max(0, start - CONTEXT), start)
      .split('\n')
      .at(-1) ?? '';
  const [after = ''] = text.slice(end, end + CONTEXT).split('\n');
  return createHash('sha256')
    .update([rule, found, before, after].join('\0'))
    .digest('base64url')
    .slice(0, 22);
}

/** Counts occurrences; looks at each stretch of the text once for a word, however many hits it has. */
function occurrences(text: string): (found: string, start: number) => number {
  const seen = new Map<string, { upTo: number; count: number }>();
  return (found, start) => {
    if (found === '') return 0;
    const known = seen.get(found);
    let { upTo, count } = known && known.upTo <= start ? known : { upTo: 0, count: 0 };
    for (let at = text.indexOf(found, upTo); at >= 0 && at < start; at = text.indexOf(found, upTo)) {
      count += 1;
      upTo = at + 1;
    }
    seen.set(found, { upTo: Math.min(Math.max(upTo, 0), start), count });
    return count;
  };
}
