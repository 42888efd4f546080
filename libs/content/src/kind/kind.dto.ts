import type { Importance } from '../review/review';
import type { FieldOption, FieldType, KindField } from './field';
import type { Demand, KindDeclaration, ListStyle } from './kind';

export class KindFieldOptionView {
  value: string;
  label: string;
}

export class KindFieldConditionView {
  key: string;
  isOneOf: string[];
}

export class KindFieldView {
  key: string;
  label: string;
  type: FieldType;
  /** Asked for when the article is handed in. */
  isRequired: boolean;
  help: string;
  /** Fields of one group stand under one heading; empty for none. */
  group: string;
  placeholder: string;
  /** Most characters, entries or files; the largest number. */
  most: number | null;
  options: KindFieldOptionView[];
  /** A choice that also takes words of one's own. */
  isOpen: boolean;
  initial: string;
  /** Files that may be chosen. */
  accept: 'image' | 'video' | 'file' | null;
  /** Kind of the articles that may be chosen; null for any. */
  ofKind: string | null;
  /** Shown only while another field has one of these values. */
  when: KindFieldConditionView | null;
  /** Fields of each row of a list. */
  row: KindFieldView[];
}

export class ArticleKindView {
  code: string;
  name: string;
  help: string;
  fields: KindFieldView[];
  body: Demand;
  cover: Demand;
  attachments: Demand;
  /** Names a policy document that it explains. */
  isInterpretation: boolean;
  hasIndexNumber: boolean;
  importance: Importance;
  template: string;
  listStyle: ListStyle;
  /** Kinds of channels that may hold it. */
  channels: string[];
}

export function toArticleKindView(kind: KindDeclaration): ArticleKindView {
  const { code, name, help, body, cover, attachments, importance, template, listStyle } = kind;
  return {
    code,
    name,
    help,
    fields: kind.fields.map(toKindFieldView),
    body,
    cover,
    attachments,
    isInterpretation: kind.isInterpretation ?? false,
    hasIndexNumber: kind.hasIndexNumber ?? false,
    importance,
    template,
    listStyle,
    channels: [...kind.channels],
  };
}

function toKindFieldView(field: KindField): KindFieldView {
  const isFile = field.type === 'asset' || field.type === 'assets';
  return {
    key: field.key,
    label: field.label,
    type: field.type,
    isRequired: field.isRequired ?? false,
    help: field.help ?? '',
    group: field.group ?? '',
    placeholder: field.placeholder ?? '',
    most: field.most ?? null,
    options: [...(field.options ?? [])].map(({ value, label }: FieldOption) => ({ value, label })),
    isOpen: field.isOpen ?? false,
    initial: field.initial ?? '',
    accept: isFile ? (field.accept ?? 'file') : null,
    ofKind: field.ofKind ?? null,
    when: field.when ? { key: field.when.key, isOneOf: [...field.when.isOneOf] } : null,
    row: (field.row ?? []).map(toKindFieldView),
  };
}
