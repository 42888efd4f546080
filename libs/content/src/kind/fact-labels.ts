import { isBlank, type ArticleFacts, type FactFile, type FactRow, type FactValue } from './facts';
import type { KindField } from './field';
import { kindOf } from './kind';

/** Facts as people call them, in the order of the form: for comparing and for signing. Blank ones are left out. */
export function factWords(kind: string, facts: ArticleFacts | null): Record<string, string> {
  return wordsOf(kindOf(kind).fields, facts ?? {});
}

function wordsOf(fields: readonly KindField[], facts: FactRow): Record<string, string> {
  const told = fields.filter(({ key }) => !isBlank(facts[key]));
  return Object.fromEntries(told.map((field) => [field.label, wordOf(field, facts[field.key] ?? null)]));
}

/** One value in words. */
export function wordOf({ type, options, row = [] }: KindField, value: FactValue): string {
  switch (type) {
    case 'select':
      return options?.find((option) => option.value === value)?.label ?? (value as string);
    case 'asset':
      return (value as FactFile).name;
    case 'assets':
      return (value as readonly FactFile[]).map((file) => file.name).join('、');
    case 'article':
      return `第 ${value as number} 号文章`;
    case 'list':
      return (value as readonly FactRow[])
        .map((each) => Object.values(wordsOf(row, each)).join(' '))
        .join('；');
    case 'text':
    case 'longText':
    case 'date':
    case 'number':
    case 'url':
      return typeof value === 'object' ? '' : String(value);
  }
}
