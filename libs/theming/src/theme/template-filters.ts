import nunjucks from 'nunjucks';
import { shanghaiDay, shanghaiMinute } from '@zhanqun/kernel';
import { jsonLdText } from '../tags/json-ld';
import { SanitizedHtml } from './sanitized-html';
import { qrCode } from './qr-code';
import { noteMiss } from './template-fences';

/** What a filter sees as `this`: the context a page is rendered with. */
interface RenderingContext {
  readonly ctx: { readonly page?: { readonly canonicalUrl?: string } };
}
type Filter = (this: RenderingContext, ...args: never[]) => unknown;
type SafeString = InstanceType<typeof nunjucks.runtime.SafeString>;

const runtime = nunjucks.runtime as unknown as { markSafe(text: string): SafeString };
const lib = nunjucks.lib as unknown as { escape(text: string): string };
const isSafeString = (value: unknown): value is SafeString => value instanceof nunjucks.runtime.SafeString;

const text = (value: unknown): string =>
  value === undefined || value === null ? '' : String(value as string);

/** Instants and calendar days as views carry them; anything else shows nothing rather than a wrong date. */
function instant(value: unknown): Date | null {
  const date =
    value instanceof Date
      ? value
      : typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)
        ? new Date(`${value}T00:00:00+08:00`)
        : typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T/.test(value)
          ? new Date(value)
          : null;
  return date && !Number.isNaN(date.getTime()) ? date : null;
}

const dated =
  (form: (date: Date) => string): Filter =>
  (value: unknown) => {
    const date = instant(value);
    return date ? form(date) : '';
  };

const UNITS = ['字节', 'KB', 'MB', 'GB', 'TB'];

function bytes(value: unknown): string {
  let size = Number(value);
  if (!Number.isFinite(size) || size < 0) return '';
  let unit = 0;
  for (; size >= 1024 && unit < UNITS.length - 1; unit += 1) size /= 1024;
  return `${unit === 0 ? size : size.toFixed(size < 10 ? 1 : 0)} ${UNITS[unit]}`;
}

/** Cuts by characters, not code units: a rare character (𠮷) is never halved. */
function truncate(value: unknown, length = 60, end = '…'): string {
  const characters = [...text(value)];
  return characters.length <= length
    ? characters.join('')
    : characters.slice(0, length).join('').trimEnd() + end;
}

/** Unescaped output for what the sanitizer made (and for macro output, which Nunjucks escaped already). */
function safe(value: unknown): unknown {
  if (isSafeString(value)) return value;
  if (SanitizedHtml.is(value)) return runtime.markSafe(value.toString());
  if (value !== undefined && value !== null && value !== '') noteMiss('| safe');
  return text(value);
}

function nl2br(value: unknown): unknown {
  return runtime.markSafe(lib.escape(text(value)).replace(/\r\n|\r|\n/g, '<br>'));
}

/** 二维码 of an address as inline SVG; nothing without an address, as in a preview. */
function qr(value: unknown, label: unknown = '本页地址的二维码'): unknown {
  const address = text(value);
  return address === '' ? '' : runtime.markSafe(qrCode(address, lib.escape(text(label))));
}

function take(value: unknown, count: number): unknown[] {
  return Array.isArray(value) ? value.slice(0, count) : [];
}

function skip(value: unknown, count: number): unknown[] {
  return Array.isArray(value) ? value.slice(count) : [];
}

function absolute(this: RenderingContext, path: unknown): string {
  const base = this.ctx.page?.canonicalUrl;
  try {
    return base ? new URL(text(path), base).href : text(path);
  } catch {
    return text(path);
  }
}

/** Filters of Nunjucks itself that stay: they neither mark text as safe nor reach into objects. */
const KEPT = [
  'abs',
  'batch',
  'capitalize',
  'default',
  'e',
  'escape',
  'first',
  'float',
  'forceescape',
  'indent',
  'int',
  'join',
  'last',
  'length',
  'lower',
  'replace',
  'reverse',
  'round',
  'slice',
  'string',
  'striptags',
  'trim',
  'upper',
  'urlencode',
  'wordcount',
] as const;

const OWN: Readonly<Record<string, Filter>> = {
  /** `datetime` attribute: 2026-03-05T14:30+08:00; a calendar day stays a day. */
  isoDate: ((value: unknown) =>
    typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)
      ? value
      : dated((date) => `${shanghaiMinute(date).replace(' ', 'T')}+08:00`).call(
          undefined as never,
          value as never,
        )) as Filter,
  /** 2026-03-05 14:30 */
  cnDate: dated(shanghaiMinute),
  /** 2026-03-05 */
  cnDay: dated(shanghaiDay),
  /** 03-05, for list rows */
  cnShortDay: dated((date) => shanghaiDay(date).slice(5)),
  /** 2026年3月5日 */
  cnLongDay: dated((date) => {
    const [year, month, day] = shanghaiDay(date).split('-').map(Number);
    return `${year}年${month}月${day}日`;
  }),
  bytes: bytes as Filter,
  truncate: truncate as Filter,
  safe: safe as Filter,
  nl2br: nl2br as Filter,
  take: take as Filter,
  skip: skip as Filter,
  absolute: absolute as Filter,
  /** schema.org data inside `<script type="application/ld+json">`; nothing in it can close the element. */
  jsonLd: ((value: unknown) => runtime.markSafe(jsonLdText(value))) as Filter,
  qr: qr as Filter,
};

/** Every name a template may write after `|`. `asset` belongs to each theme's own environment. */
export const FILTER_NAMES: readonly string[] = [...KEPT, ...Object.keys(OWN), 'asset'].sort();

/** The fixed list, without a prototype, so that `| constructor` is no filter either. */
export function templateFilters(
  env: nunjucks.Environment,
  asset: (file: string) => string,
): Record<string, unknown> {
  const kept = KEPT.map((name) => [name, env.getFilter(name)] as const);
  return Object.assign(Object.create(null) as Record<string, unknown>, Object.fromEntries(kept), OWN, {
    asset: (file: unknown) => asset(text(file)),
  });
}
