import { filePath } from '../article/article-address';
import type { ArticleFacts, FactFile, FactValue } from './facts';
import type { KindField } from './field';
import { kindOf } from './kind';

/** Facts as the console's form shows them; what it shows may be sent back as it is. */
export function factsView(
  kind: string,
  facts: ArticleFacts | null,
  titles: ReadonlyMap<number, string>,
): Record<string, unknown> | null {
  const { fields } = kindOf(kind);
  return fields.length === 0 ? null : rowView(fields, facts ?? {}, titles);
}

function rowView(
  fields: readonly KindField[],
  facts: ArticleFacts,
  titles: ReadonlyMap<number, string>,
): Record<string, unknown> {
  return Object.fromEntries(fields.map((field) => [field.key, valueView(field, facts[field.key], titles)]));
}

function valueView(
  { type, row = [], initial = '' }: KindField,
  value: FactValue | undefined,
  titles: ReadonlyMap<number, string>,
): unknown {
  switch (type) {
    case 'asset':
      return value ? toFileView(value as FactFile) : null;
    case 'assets':
      return ((value ?? []) as readonly FactFile[]).map(toFileView);
    case 'article':
      return typeof value === 'number' ? { id: value, title: titles.get(value) ?? '' } : null;
    case 'list':
      return ((value ?? []) as readonly ArticleFacts[]).map((each) => rowView(row, each, titles));
    case 'number':
      return value ?? null;
    case 'text':
    case 'longText':
    case 'date':
    case 'select':
    case 'url':
      return value ?? initial;
  }
}

const toFileView = ({ assetId, path, name, mime, bytes, alt }: FactFile) => ({
  id: assetId,
  name,
  url: filePath(path),
  mime,
  bytes,
  alt,
});
