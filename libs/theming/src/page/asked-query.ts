import type { AskingRule } from './page';
import { CONTROL } from './page-path';

export const MAX_ANSWER = 200;

/** What a query string came to for a page that reads it. */
export type QueryReading =
  | {
      readonly kind: 'read';
      readonly values: Readonly<Record<string, string>>;
      /** The one spelling answers are kept under, with its question mark; empty when nothing was asked. */
      readonly canonical: string;
    }
  | { readonly kind: 'malformed' }
  | { readonly kind: 'tooLong' };

export const nothingAsked: QueryReading = { kind: 'read', values: {}, canonical: '' };

/**
 * Reads a query strictly, for the parameters a page names: each once (the first counts), percent-decoded,
 * NFC, without surrounding spaces. What is empty was not asked; what nobody named is not looked at, so it
 * can neither split nor flood the cache. A value is taken exactly or refused, never shortened.
 */
export function readQuery(rule: AskingRule, search: string): QueryReading {
  const values: Record<string, string> = {};
  for (const part of search.replace(/^\?/, '').split('&')) {
    const mark = part.indexOf('=');
    const name = mark === -1 ? part : part.slice(0, mark);
    if (!rule.query.includes(name) || Object.hasOwn(values, name)) continue;
    const value = decode(mark === -1 ? '' : part.slice(mark + 1));
    if (value === null || CONTROL.test(value)) return { kind: 'malformed' };
    if (value.length > MAX_ANSWER) return { kind: 'tooLong' };
    values[name] = value;
  }
  const asked = rule.query.filter((name) => values[name]);
  if (asked.length === 0) return nothingAsked;
  const canonical = asked.map((name) => `${name}=${encodeURIComponent(values[name] as string)}`).join('&');
  return {
    kind: 'read',
    values: Object.fromEntries(asked.map((name) => [name, values[name] as string])),
    canonical: `?${canonical}`,
  };
}

/** As browsers send a form: a plus sign is a space. */
function decode(text: string): string | null {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
      .normalize('NFC')
      .replace(/^[ \u3000]+|[ \u3000]+$/g, '');
  } catch {
    return null;
  }
}
