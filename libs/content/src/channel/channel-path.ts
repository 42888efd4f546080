import { channelPathInvalid, channelPathReserved } from './channel.errors';

const SEGMENT = /^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/;
const MOST_SEGMENTS = 4;
const LONGEST = 120;

/** First segments that mean something else below a site. */
const RESERVED_FIRST = new Set([
  'art',
  'zt',
  'sitemap',
  'contact',
  'policies',
  'search',
  'accessibility',
  'zh-hant',
  'api',
  'healthz',
  'readyz',
  'admin',
  'console',
  'index',
  'feed',
  'rss',
  'login',
  'static',
  'assets',
  'files',
]);
/** Path paging: `/tzgg/p2/`. */
const PAGE_SEGMENT = /^p\d+$/;

/** 栏目地址 `zwgk/tzgg`, in its one spelling. Raises when it is malformed or reserved. */
export function checkChannelPath(text: string): string {
  const path = text
    .trim()
    .toLowerCase()
    .replace(/^\/+|\/+$/g, '');
  const segments = path.split('/');
  const isWellFormed =
    path.length <= LONGEST &&
    segments.length <= MOST_SEGMENTS &&
    segments.every((segment) => SEGMENT.test(segment));
  if (!isWellFormed) throw channelPathInvalid({ path: text.slice(0, LONGEST) });
  const first = segments[0] as string;
  if (RESERVED_FIRST.has(first)) throw channelPathReserved({ path, word: first });
  const page = segments.find((segment) => PAGE_SEGMENT.test(segment));
  if (page) throw channelPathReserved({ path, word: page });
  return path;
}

/** One segment stands below its parent; a whole path stands as it is. */
export function joinChannelPath(parentPath: string | null, given: string): string {
  const isOneSegment = !given
    .trim()
    .replace(/^\/+|\/+$/g, '')
    .includes('/');
  return parentPath && isOneSegment ? `${parentPath}/${given.trim()}` : given;
}
