import type { SiteRef } from '@zhanqun/kernel';

const SAFE_HOST = /^[a-z0-9\u0080-\uffff]([a-z0-9.-]|[\u0080-\uffff])*$/;

/** Names the files of other pages have: an address that ends so is nobody's place. */
const TAKEN = /^index\.html$|\.(?:gz|br|tmp)$/;

/** `<host>/<prefix and path>/index.html`, decoded as web servers look it up; null when it cannot be a file. */
export function placeOf(site: SiteRef, path: string): string | null {
  if (!SAFE_HOST.test(site.host) || site.host.includes('..') || path.includes('\0')) return null;
  let decoded: string;
  try {
    decoded = decodeURIComponent(`${site.prefix}${path}`);
  } catch {
    return null;
  }
  const parts = decoded.split('/').slice(1);
  const isFolder = parts.at(-1) === '';
  if (isFolder) parts.pop();
  if (parts.some((part) => part === '' || part.startsWith('.') || Buffer.byteLength(part) > 200)) return null;
  if (!isFolder && TAKEN.test(parts.at(-1) ?? '')) return null;
  if (decoded.length > 900 || decoded.includes('\\')) return null;
  return [site.host, ...parts, ...(isFolder ? ['index.html'] : [])].join('/');
}

/** By the end of its name a web server tells what a file is. */
const TYPES: readonly (readonly [end: RegExp, type: RegExp])[] = [
  [/\.html$/, /^text\/html\b/],
  [/\.xml$/, /^(?:application|text)\/(?:[a-z]+\+)?xml\b/],
  [/\.txt$/, /^text\/plain\b/],
];

/** Whether a file at that place would be served as what it is. */
export function isServable(place: string, contentType: string): boolean {
  return TYPES.some(([end, type]) => end.test(place) && type.test(contentType));
}
