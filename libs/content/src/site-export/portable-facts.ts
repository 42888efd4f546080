import { findKind } from '../kind/kind';
import type { Reference } from './portable-rows';

type Move = (reference: Reference, value: number | string) => number | string | null;

/**
 * 类型要素 name files and articles: by `assetId`, by keys that end in `ArticleId`, and by fields that the
 * kind declares as articles. Those are turned into references of the file and back; everything else stays.
 */
export function movedFacts(kind: unknown, facts: unknown, move: Move): unknown {
  if (facts === null || typeof facts !== 'object') return facts;
  const fields = findKind(String(kind))?.fields ?? [];
  const naming = new Set(
    fields.filter(({ type }) => String(type).startsWith('article')).map(({ key }) => key),
  );
  return Object.fromEntries(
    Object.entries(facts as Record<string, unknown>).map(([key, value]) => [
      key,
      naming.has(key) ? movedArticle(value, move) : movedValue(key, value, move),
    ]),
  );
}

function movedArticle(value: unknown, move: Move): unknown {
  if (typeof value === 'number') return move('article', value);
  if (Array.isArray(value))
    return value.map((each) => movedArticle(each, move)).filter((each) => each !== null);
  return value;
}

function movedValue(key: string, value: unknown, move: Move): unknown {
  const isName = typeof value === 'number' || typeof value === 'string';
  if (key === 'assetId' && isName) return move('asset', value);
  if (key.endsWith('ArticleId') && typeof value === 'number') return move('article', value);
  if (Array.isArray(value)) return value.map((each) => movedValue('', each, move));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([inner, each]) => [inner, movedValue(inner, each, move)]),
  );
}
