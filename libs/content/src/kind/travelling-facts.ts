import type { ArticleFacts, FactValue } from './facts';
import type { KindField } from './field';
import { kindOf } from './kind';

/** Facts that mean the same at another site: files and articles of the sender stay behind. */
export function travellingFacts(kind: string, facts: ArticleFacts | null): ArticleFacts | null {
  return facts && Object.fromEntries(kindOf(kind).fields.map((field) => [field.key, kept(field, facts)]));
}

function kept({ key, type, row }: KindField, facts: ArticleFacts): FactValue {
  const value = facts[key] ?? null;
  if (type === 'asset' || type === 'article') return null;
  if (type === 'assets') return [];
  if (type !== 'list' || !Array.isArray(value)) return value;
  return (value as readonly ArticleFacts[]).map((each) =>
    Object.fromEntries((row ?? []).map((field) => [field.key, kept(field, each)])),
  );
}
