import { isDay } from '@zhanqun/kernel';
import type { KindField } from './field';
import { fileIdIn, fileIdsIn, articleIdIn, readLine, readLines, readUrl } from './fact-words';
import type { KindDeclaration } from './kind';

/** A file as facts keep it: what pages show of it, as it was when the text was saved. */
export interface FactFile {
  readonly assetId: number;
  readonly name: string;
  /** Path below `/_files/`. */
  readonly path: string;
  readonly format: string;
  readonly mime: string;
  readonly bytes: number;
  readonly alt: string;
}

export type FactRow = Readonly<Record<string, FactValue>>;
export type FactValue = string | number | null | FactFile | readonly FactFile[] | readonly FactRow[];

/** 要素 of an article: a value for each declared field of its kind. */
export type ArticleFacts = Readonly<Record<string, FactValue>>;

/** Facts as read from a request: every field of the declaration, files and articles still by their ids. */
export type ReadFacts = Readonly<Record<string, ReadValue>>;
export type ReadValue = string | number | null | readonly number[] | readonly ReadFacts[];

export interface FactFault {
  /** Key of the field; `questions.2.answer` inside a list. */
  readonly field: string;
  readonly message: string;
}

const MOST_CHARACTERS = 200;
const MOST_CHARACTERS_OF_LONG = 5_000;
const MOST_ENTRIES = 50;

/**
 * Reads what a person handed in by the declaration of the kind: words trimmed and brought into one form,
 * keys that are not declared left out, each fault with what to do about it. Kinds without fields have no
 * facts. What is required is asked later, when the article is handed in.
 */
export function readFacts(
  kind: KindDeclaration,
  given: Readonly<Record<string, unknown>> | null | undefined,
  today: string,
): { readonly facts: ReadFacts | null; readonly faults: readonly FactFault[] } {
  if (kind.fields.length === 0) return { facts: null, faults: [] };
  const { facts, faults } = readRow(kind.fields, given ?? {}, today, '');
  const between = faults.length === 0 ? (kind.judge?.(facts as ArticleFacts, today) ?? []) : [];
  return { facts, faults: [...faults, ...between] };
}

function readRow(
  fields: readonly KindField[],
  given: Readonly<Record<string, unknown>>,
  today: string,
  prefix: string,
): { facts: ReadFacts; faults: FactFault[] } {
  const faults: FactFault[] = [];
  const facts = Object.fromEntries(
    fields.map((field) => {
      const own = Object.hasOwn(given, field.key) ? given[field.key] : undefined;
      const { value, fault, faults: inside = [] } = readValue(field, own, today, prefix);
      if (fault) faults.push({ field: prefix + field.key, message: `${field.label}${fault}` });
      faults.push(...inside);
      return [field.key, value];
    }),
  );
  return { facts, faults };
}

interface ReadOne {
  readonly value: ReadValue;
  readonly fault?: string | null;
  readonly faults?: readonly FactFault[];
}

function readValue(field: KindField, given: unknown, today: string, prefix: string): ReadOne {
  switch (field.type) {
    case 'text':
      return judged(field, readLine(given, field.most ?? MOST_CHARACTERS, field.normalise), today);
    case 'longText':
      return judged(field, readLines(given, field.most ?? MOST_CHARACTERS_OF_LONG), today);
    case 'url':
      return judged(field, readUrl(given), today);
    case 'date':
      return judged(field, readDay(given), today);
    case 'select':
      return judged(field, readChoice(field, given), today);
    case 'number':
      return readNumber(field, given);
    case 'asset':
      return fileIdIn(given);
    case 'assets':
      return fileIdsIn(given, field.most ?? MOST_ENTRIES);
    case 'article':
      return articleIdIn(given);
    case 'list':
      return readList(field, given, today, prefix);
  }
}

function judged(field: KindField, read: { value: string; fault?: string | null }, today: string): ReadOne {
  if (read.fault || read.value === '') return read;
  return { value: read.value, fault: field.judge?.(read.value, today) ?? null };
}

function readDay(given: unknown): { value: string; fault?: string | null } {
  const { value, fault } = readLine(given, 10);
  return { value, fault: fault ?? (value === '' || isDay(value) ? null : '不存在，格式为 2026-03-05') };
}

function readChoice(field: KindField, given: unknown): { value: string; fault?: string | null } {
  const { value, fault } = readLine(given ?? field.initial, field.most ?? 100);
  const isKnown = value === '' || field.isOpen || field.options?.some((option) => option.value === value);
  return { value, fault: fault ?? (isKnown ? null : '须从列出的选项中选择') };
}

function readNumber({ least, most }: KindField, given: unknown): ReadOne {
  if (given === undefined || given === null || given === '') return { value: null };
  const value = typeof given === 'string' ? Number(given.trim()) : given;
  if (typeof value !== 'number' || !Number.isFinite(value)) return { value: null, fault: '须为数字' };
  if (least !== undefined && value < least) return { value, fault: `不能小于 ${least}` };
  return { value, fault: most !== undefined && value > most ? `不能大于 ${most}` : null };
}

function readList(field: KindField, given: unknown, today: string, prefix: string): ReadOne {
  if (given === undefined || given === null) return { value: [] };
  if (!Array.isArray(given)) return { value: [], fault: '格式不正确，请刷新页面后重试' };
  const most = field.most ?? MOST_ENTRIES;
  if (given.length > most) return { value: [], fault: `不超过 ${most} 条` };
  const read = given.map((each: unknown, at) =>
    readRow(field.row ?? [], isRecord(each) ? each : {}, today, `${prefix}${field.key}.${at}.`),
  );
  const kept = read.filter(({ facts, faults }) => faults.length > 0 || !isBlankRow(facts));
  return { value: kept.map(({ facts }) => facts), faults: read.flatMap(({ faults }) => faults) };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A row in which nobody wrote anything is not kept. */
const isBlankRow = (row: ReadFacts): boolean => Object.values(row).every(isBlank);

export function isBlank(value: FactValue | ReadValue | undefined): boolean {
  if (value === undefined || value === null || value === '') return true;
  return Array.isArray(value) && value.length === 0;
}

/** Whether a field is asked for, given what stands in the others. */
export function isAsked({ when }: KindField, facts: Readonly<Record<string, unknown>> | null): boolean {
  const value = when && facts?.[when.key];
  return !when || (typeof value === 'string' && when.isOneOf.includes(value));
}

/** Required fields that are still empty, rows of lists included: what the submission is refused for. */
export function missingIn(
  fields: readonly KindField[],
  facts: Readonly<Record<string, FactValue>> | null,
  prefix = '',
): FactFault[] {
  return fields.flatMap((field): FactFault[] => {
    if (!isAsked(field, facts)) return [];
    const value = facts?.[field.key];
    if (isBlank(value)) {
      return field.isRequired ? [{ field: prefix + field.key, message: `${field.label}必填` }] : [];
    }
    if (field.type !== 'list' || !Array.isArray(value)) return [];
    return (value as readonly FactRow[]).flatMap((row, at) =>
      missingIn(field.row ?? [], row, `${prefix}${field.key}.${at}.`).map((fault) => ({
        ...fault,
        message: `${field.label}第 ${at + 1} 条：${fault.message}`,
      })),
    );
  });
}
