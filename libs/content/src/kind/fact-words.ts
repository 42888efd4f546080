import { characterCount, isStorable, NOT_IN_A_LINE } from '../article/storable';

interface ReadWords {
  readonly value: string;
  readonly fault?: string | null;
}

const NOT_TEXT = '须为文字';
const SPECIAL = '含有无法保存的特殊字符（控制字符或残缺字符），请删除后重试';
const WRONG_FORM = '格式不正确，请重新选择';

export function readLine(given: unknown, most: number, normalise?: (text: string) => string): ReadWords {
  if (given === undefined || given === null) return { value: '' };
  if (typeof given !== 'string') return { value: '', fault: NOT_TEXT };
  const value = normalise ? normalise(given.trim()) : given.trim();
  if (!isStorable(value) || NOT_IN_A_LINE.test(value)) return { value, fault: SPECIAL };
  return { value, fault: tooLong(value, most) };
}

/** Several lines of plain text: line breaks and tabs stay, other control characters are refused. */
export function readLines(given: unknown, most: number): ReadWords {
  if (given === undefined || given === null) return { value: '' };
  if (typeof given !== 'string') return { value: '', fault: NOT_TEXT };
  const value = given.replace(/\r\n?/g, '\n').trim();
  const isFine = isStorable(value) && !NOT_IN_A_LINE.test(value.replace(/[\n\t]/g, ' '));
  return isFine ? { value, fault: tooLong(value, most) } : { value, fault: SPECIAL };
}

/** An address that a page may lead to: http, https, or a path of the own site. */
export function readUrl(given: unknown): ReadWords {
  const { value, fault } = readLine(given, 500);
  if (fault || value === '' || /^\/(?![/\\])/.test(value)) return { value, fault: fault ?? null };
  const isWeb = /^https?:\/\//i.test(value) && URL.canParse(value);
  return { value, fault: isWeb ? null : '须以 https://、http:// 或 / 开头' };
}

/** The id of a file, or the file as the API describes it. */
export function fileIdIn(given: unknown): { value: number | null; fault?: string } {
  if (given === undefined || given === null || given === '') return { value: null };
  const id = idIn(given);
  return id === null ? { value: null, fault: WRONG_FORM } : { value: id };
}

export const articleIdIn = fileIdIn;

export function fileIdsIn(given: unknown, most: number): { value: readonly number[]; fault?: string } {
  if (given === undefined || given === null) return { value: [] };
  if (!Array.isArray(given)) return { value: [], fault: WRONG_FORM };
  const ids = given.map(idIn);
  const known = [...new Set(ids.filter((id) => id !== null))];
  if (known.length > most) return { value: [], fault: `不超过 ${most} 个` };
  return ids.includes(null) ? { value: known, fault: WRONG_FORM } : { value: known };
}

function idIn(given: unknown): number | null {
  const holder = given as { id?: unknown; assetId?: unknown } | null;
  const id = typeof given === 'object' && holder !== null ? (holder.assetId ?? holder.id) : given;
  return typeof id === 'number' && Number.isInteger(id) && id > 0 && id < 2 ** 31 ? id : null;
}

const tooLong = (value: string, most: number): string | null => {
  const length = characterCount(value);
  return length > most ? `不超过 ${most} 字，现在是 ${length} 字` : null;
};
