import { shallowRef, type ShallowRef } from 'vue';
import { kindsApi, type Facts, type KindField, type KindView } from '@/api/kinds';

const kinds = shallowRef<readonly KindView[]>([]);
let reading: Promise<void> | undefined;

/** The declared kinds of articles, read once a session. */
export function useKinds(): ShallowRef<readonly KindView[]> {
  reading ??= kindsApi
    .list()
    .then((list) => {
      kinds.value = list;
    })
    .catch(() => {
      reading = undefined;
    });
  return kinds;
}

export const kindNamed = (code: string): KindView | undefined =>
  kinds.value.find((kind) => kind.code === code);

/** Whether a field is asked for, given what stands in the others. */
export function isAsked({ when }: KindField, facts: Facts): boolean {
  if (!when) return true;
  const value = facts[when.key];
  return typeof value === 'string' && when.isOneOf.includes(value);
}

export function isBlank(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true;
  return Array.isArray(value) ? value.length === 0 : typeof value === 'string' && value.trim() === '';
}

/** What a field holds before anybody filled it in. */
export function initialValue({ type, initial }: KindField): unknown {
  if (type === 'assets' || type === 'list') return [];
  return type === 'asset' || type === 'article' || type === 'number' ? null : initial;
}

/** Required fields that are still empty, in the order of the form. */
export function missingFields(fields: readonly KindField[], facts: Facts): string[] {
  return fields.flatMap((field) => {
    if (!isAsked(field, facts)) return [];
    const value = facts[field.key];
    if (isBlank(value)) return field.isRequired ? [`${field.label}必填`] : [];
    if (field.type !== 'list' || !Array.isArray(value)) return [];
    return (value as Facts[]).flatMap((row, at) =>
      missingFields(field.row, row).map((words) => `${field.label}第 ${at + 1} 条：${words}`),
    );
  });
}

/** Everything the kind asks for beside the words: facts, document, cover, attachments. */
export function missingOfKind(text: {
  readonly kind: string;
  readonly facts: Facts | null;
  readonly interprets: unknown;
  readonly cover: unknown;
  readonly attachments: readonly unknown[];
}): string[] {
  const kind = kindNamed(text.kind);
  if (!kind) return [];
  return [
    ...missingFields(kind.fields, text.facts ?? {}),
    ...(kind.isInterpretation && !text.interprets ? ['请选择本文解读的政策文件'] : []),
    ...(kind.cover === 'required' && !text.cover ? ['请选择封面图片'] : []),
    ...(kind.attachments === 'required' && text.attachments.length === 0 ? ['请添加附件'] : []),
  ];
}
