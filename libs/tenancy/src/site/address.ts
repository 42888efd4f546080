import { domainToASCII } from 'node:url';

/** First parts of a path that belong to the platform on every host. */
export const RESERVED_PREFIXES: readonly string[] = [
  'api',
  'art',
  'zt',
  'sitemap',
  'search',
  'policies',
  'contact',
  'accessibility',
  'healthz',
  'readyz',
  '_theme',
  '_files',
];
/** 繁体版 of a site stands below this part, on every level. */
const VARIANT = 'zh-hant';

const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const HOST = /^[a-z0-9.-]{1,253}$/;
const SEGMENT = /^[a-z0-9][a-z0-9-]{0,39}$/;
const MAX_SEGMENTS = 3;

/**
 * The form in which a host is stored: lower case, punycode (`示范.政务` → `xn--…`), no port, no closing dot.
 * Null when it is no host name; an IP address is none.
 */
export function storedHost(input: string): string | null {
  const typed = input.trim().replace(/\.$/, '');
  if (typed === '' || /[\s/:@?#\\[\]%_]/.test(typed)) return null;
  const host = domainToASCII(typed.toLowerCase());
  const labels = host.split('.');
  if (!HOST.test(host) || !labels.every((label) => LABEL.test(label))) return null;
  return /^\d+$/.test(labels.at(-1) ?? '') ? null : host;
}

/** `''` for the root, `/hexi` otherwise; null when the text is no usable prefix. */
export function storedPrefix(input: string): string | null {
  const path = input.trim().replace(/\/+$/, '');
  if (path === '') return '';
  const [root, ...segments] = path.split('/');
  if (root !== '' || segments.length > MAX_SEGMENTS) return null;
  return segments.every((segment) => SEGMENT.test(segment)) ? path : null;
}

export function isReservedPrefix(prefix: string): boolean {
  const parts = prefix.slice(1).split('/');
  const [first = ''] = parts;
  return RESERVED_PREFIXES.includes(first) || first.startsWith('_') || parts.includes(VARIANT);
}

/**
 * The host name inside a `Host` header: port and closing dot cut off, lower case. Null for everything
 * that no browser sends (spaces, brackets, two ports, control or non-ASCII characters).
 */
export function requestHost(header: string): string | null {
  const host = header
    .replace(/:\d{1,5}$/, '')
    .replace(/\.$/, '')
    .toLowerCase();
  return HOST.test(host) ? host : null;
}
