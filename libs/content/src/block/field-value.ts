import { isDay } from '@zhanqun/kernel';
import { characterCount, isStorable, NOT_IN_A_LINE } from '../article/storable';
import { sanitizeRichText } from '../rich-text/rich-text';
import { emptyOf, type BlockField, type FileValue, type Target } from './block-field';

/** A value as it will be kept, and what is wrong with the one that came; a fault keeps the rest usable. */
export interface ReadValue {
  readonly value: unknown;
  readonly fault: string | null;
}
type Reader = (given: unknown, field: BlockField) => ReadValue;

const LONGEST_RICH_TEXT = 20_000;
const CHANNEL = /^[a-z0-9][a-z0-9-]*(\/[a-z0-9][a-z0-9-]*)*$/;
const ICON = /^[a-z][a-z0-9-]{0,30}$/;
const FILE = /^[a-z0-9][a-z0-9./-]{0,118}$/;

const fine = (value: unknown): ReadValue => ({ value, fault: null });
const bad = (value: unknown, fault: string): ReadValue => ({ value, fault });
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads one setting. Left out means the default; what is not understood is named and left out. */
export function readValue(field: BlockField, given: unknown): ReadValue {
  return given === undefined || given === null ? fine(emptyOf(field)) : READERS[field.kind](given, field);
}

/** Whether a required field was left empty. */
export function isEmptyValue(value: unknown): boolean {
  if (value === null || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  return isRecord(value) && 'channel' in value && value.channel === '' && value.url === '';
}

function line(given: unknown, most: number): ReadValue {
  if (typeof given !== 'string') return bad('', '须为文字');
  const words = given.trim();
  if (!isStorable(words) || NOT_IN_A_LINE.test(words)) return bad('', '含有不能保存的特殊字符');
  return characterCount(words) > most ? bad(words, `不超过 ${most} 字`) : fine(words);
}

const longText: Reader = (given, { maximum = 500 }) => {
  if (typeof given !== 'string') return bad('', '须为文字');
  const words = given.replace(/\r\n?/g, '\n').trim();
  if (!isStorable(words) || NOT_IN_A_LINE.test(words.replace(/[\n\t]/g, ' ')))
    return bad('', '含有不能保存的特殊字符');
  return characterCount(words) > maximum ? bad(words, `不超过 ${maximum} 字`) : fine(words);
};

const richText: Reader = (given, { maximum = LONGEST_RICH_TEXT }) => {
  if (typeof given !== 'string') return bad('', '须为文字');
  if (!isStorable(given)) return bad('', '含有不能保存的特殊字符');
  if (given.length > maximum * 4) return bad('', `不超过 ${maximum} 字`);
  const html = sanitizeRichText(given);
  return characterCount(html) > maximum ? bad(html, `不超过 ${maximum} 字`) : fine(html);
};

const number: Reader = (given, field) => {
  const { minimum = 1, maximum = 50 } = field;
  if (!Number.isInteger(given)) return bad(emptyOf(field), '须为整数');
  const value = given as number;
  return value < minimum || value > maximum
    ? bad(Math.min(maximum, Math.max(minimum, value)), `须在 ${minimum} 至 ${maximum} 之间`)
    : fine(value);
};

const choice: Reader = (given, field) =>
  field.options?.some(({ value }) => value === given) ? fine(given) : bad(emptyOf(field), '须为所列选项之一');

const choices: Reader = (given, { options }) => {
  const known = (options ?? []).map(({ value }) => value);
  if (!Array.isArray(given)) return bad([], '须为列表');
  const value = known.filter((each) => given.includes(each));
  return given.every((each) => known.includes(each as string)) ? fine(value) : bad(value, '须为所列选项之一');
};

function channelPath(given: unknown): ReadValue {
  const path = typeof given === 'string' ? given.trim().replace(/^\/+|\/+$/g, '') : '';
  return path === '' || (CHANNEL.test(path) && path.length <= 200) ? fine(path) : bad('', '须为本站的栏目');
}

/** Of the own host, or written out with http(s); never `javascript:`. */
export function isAddress(url: string): boolean {
  if (url.length > 500 || /[\s\\\p{Cc}\p{Surrogate}\ufffd]/u.test(url)) return false;
  return /^\/(?!\/)/.test(url) || (/^https?:\/\//i.test(url) && URL.canParse(url));
}

function target(given: unknown): { value: Target; fault: string | null } {
  const entry = isRecord(given) ? given : {};
  const channel = channelPath(entry.channel ?? '');
  const url = typeof entry.url === 'string' ? entry.url.trim() : '';
  if (channel.value !== '') return { value: { channel: channel.value as string, url: '' }, fault: null };
  if (channel.fault) return { value: { channel: '', url: '' }, fault: channel.fault };
  return url === '' || isAddress(url)
    ? { value: { channel: '', url }, fault: null }
    : { value: { channel: '', url: '' }, fault: '地址须以 / 或 http(s):// 开头' };
}

/** A list whose entries are read one by one; a faulty entry says which one it is. */
function listOf(
  most: number,
  entry: (given: Record<string, unknown>) => { value: object; fault: string | null },
): Reader {
  return (given, { maximum = most }) => {
    if (!Array.isArray(given) || !given.every(isRecord)) return bad([], '须为列表');
    const read = given.slice(0, maximum).map(entry);
    const value = read.map((each) => each.value);
    if (given.length > maximum) return bad(value, `不超过 ${maximum} 项`);
    const at = read.findIndex(({ fault }) => fault !== null);
    return at < 0 ? fine(value) : bad(value, `第 ${at + 1} 项：${read[at]?.fault}`);
  };
}

const links = listOf(24, (given) => {
  const label = line(given.label ?? '', 30);
  const note = line(given.note ?? '', 40);
  const to = target(given);
  const icon = typeof given.icon === 'string' && ICON.test(given.icon) ? given.icon : '';
  return {
    value: { label: label.value, note: note.value, icon, ...to.value },
    fault: label.fault ?? note.fault ?? to.fault,
  };
});

const tabs = listOf(6, (given) => {
  const title = line(given.title ?? '', 20);
  const channel = channelPath(given.channel ?? '');
  return { value: { title: title.value, channel: channel.value }, fault: title.fault ?? channel.fault };
});

const dates = listOf(20, (given) => {
  const label = line(given.label ?? '', 40);
  const on = typeof given.on === 'string' && isDay(given.on) ? given.on : '';
  const to = target(given);
  return {
    value: { on, label: label.value, ...to.value },
    fault: on === '' ? '日期不存在' : (label.fault ?? to.fault),
  };
});

const articles: Reader = (given, { maximum = 20 }) => {
  const ids = Array.isArray(given) ? given.filter((id) => Number.isSafeInteger(id) && id > 0) : [];
  const value = [...new Set(ids as number[])].slice(0, maximum);
  if (!Array.isArray(given) || ids.length !== given.length) return bad(value, '须为文章的编号');
  return ids.length > maximum ? bad(value, `至多选 ${maximum} 篇`) : fine(value);
};

const file: Reader = (given) => {
  const { assetId, path, alt, width, height } = isRecord(given) ? given : {};
  if (!Number.isSafeInteger(assetId) || (assetId as number) < 1) return bad(null, '请从本站素材库选择');
  const words = line(alt ?? '', 100);
  const value: FileValue = {
    assetId: assetId as number,
    path: typeof path === 'string' && FILE.test(path) && !path.includes('..') ? path : '',
    alt: words.value as string,
    width: Number.isSafeInteger(width) ? (width as number) : 0,
    height: Number.isSafeInteger(height) ? (height as number) : 0,
  };
  return { value, fault: words.fault };
};

const READERS: Readonly<Record<BlockField['kind'], Reader>> = {
  text: (given, { maximum = 60 }) => line(given, maximum),
  longText,
  richText,
  number,
  yesNo: (given) => (typeof given === 'boolean' ? fine(given) : bad(false, '须为是或否')),
  choice,
  choices,
  channel: channelPath,
  target,
  tabs,
  links,
  dates,
  articles,
  image: file,
  video: file,
};
