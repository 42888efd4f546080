import type { LexiconEntry } from './lexicon';

type Context = Pick<LexiconEntry, 'wrong' | 'notAfter' | 'notBefore' | 'within' | 'isQuotable'>;

const CLOSING: Readonly<Record<string, string>> = { '《': '》', '“': '”', '「': '」' };
const QUOTES_AT_MOST = 80;

/** Whether the wrong form found at `start` is right after all, by the context exceptions of its entry. */
export function isExcepted(entry: Context, text: string, start: number): boolean {
  const end = start + entry.wrong.length;
  return (
    entry.notAfter.some((before) => text.endsWith(before, start)) ||
    entry.notBefore.some((after) => text.startsWith(after, end)) ||
    entry.within.some((phrase) => isInside(phrase, entry.wrong, text, start)) ||
    (entry.isQuotable && isQuoted(text, start))
  );
}

function isInside(phrase: string, wrong: string, text: string, start: number): boolean {
  for (let at = phrase.indexOf(wrong); at >= 0; at = phrase.indexOf(wrong, at + 1))
    if (text.startsWith(phrase, start - at) && start >= at) return true;
  return false;
}

/** Inside 《》, “” or 「」 opened in the same line at most eighty characters before. */
function isQuoted(text: string, start: number): boolean {
  const closed: string[] = [];
  for (let at = start - 1; at >= 0 && start - at <= QUOTES_AT_MOST; at--) {
    const char = text[at] ?? '';
    if (char === '\n') return false;
    if (Object.values(CLOSING).includes(char)) closed.push(char);
    else if (CLOSING[char]) {
      if (closed.at(-1) !== CLOSING[char]) return true;
      closed.pop();
    }
  }
  return false;
}
