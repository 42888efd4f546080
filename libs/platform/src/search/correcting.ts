import { fold } from './folding';
import { LIKE_TERMS, TERMS_AT_SITE, TERMS_IN_NETWORK } from './fts-reader.sql';
import type { IndexConnection } from './index-connection';
import type { SearchScope } from './search-document';
import type { SearchLexicon } from './search-lexicon';
import { words } from './segmenter';
import { canBeMistyped, isOneTypoApart, typoKeys } from './typos';

const LONGEST_RUN = 4;

/**
 * The query with mistyped words put right, or null. Words are taken from titles within the scope and from
 * the network's own dictionary: what another site wrote is never suggested.
 */
export function corrected(
  connection: IndexConnection,
  typed: string,
  scope: SearchScope,
  lexicon: SearchLexicon,
): string | null {
  const pieces = words(fold(typed.toWellFormed())).slice(0, 16);
  const known = knownTerms(connection, pieces, scope, lexicon);
  const result: string[] = [];
  let isChanged = false;
  for (let at = 0; at < pieces.length;) {
    const [text, length] = better(connection, pieces, at, scope, lexicon, known) ?? [pieces[at] as string, 1];
    if (text !== pieces.slice(at, at + length).join('')) isChanged = true;
    result.push(text);
    at += length;
  }
  return isChanged ? result.join('') : null;
}

function better(
  connection: IndexConnection,
  pieces: readonly string[],
  at: number,
  scope: SearchScope,
  lexicon: SearchLexicon,
  known: ReadonlyMap<string, number>,
): [string, number] | null {
  for (let length = Math.min(LONGEST_RUN, pieces.length - at); length >= 1; length -= 1) {
    const run = pieces.slice(at, at + length).join('');
    if (!canBeMistyped(run)) continue;
    if (length === 1 && known.has(run)) return null;
    const likely = likeTerms(connection, run, scope, lexicon);
    if (likely) return [likely, length];
  }
  return null;
}

function likeTerms(
  connection: IndexConnection,
  run: string,
  scope: SearchScope,
  lexicon: SearchLexicon,
): string | null {
  const keys = JSON.stringify(typoKeys(run));
  const stored = connection.all<{ term: string }>(LIKE_TERMS, keys).map(({ term }) => term);
  // Two letters have one key only: a word of two is looked for among longer ones alone.
  const near = [...stored, ...lexicon.words].filter(
    (term) => isOneTypoApart(term, run) && [...term].length > 2,
  );
  const uses = knownTerms(connection, near, scope, lexicon);
  const [best] = [...uses].toSorted(([, left], [, right]) => right - left);
  return best?.[0] ?? null;
}

function knownTerms(
  connection: IndexConnection,
  terms: readonly string[],
  scope: SearchScope,
  lexicon: SearchLexicon,
): Map<string, number> {
  const asked = JSON.stringify([...new Set(terms)]);
  const rows =
    scope.kind === 'site'
      ? connection.all<{ term: string; uses: number }>(TERMS_AT_SITE, scope.siteId, asked)
      : connection.all<{ term: string; uses: number }>(TERMS_IN_NETWORK, scope.networkId, asked);
  const uses = new Map(rows.map((row) => [row.term, Number(row.uses)]));
  for (const word of lexicon.words) if (terms.includes(word) && !uses.has(word)) uses.set(word, 1);
  return uses;
}
