/** What a requested path turned out to be. `path` is the one spelling a page is kept under. */
export type PathReading =
  | { readonly kind: 'canonical'; readonly path: string; readonly decoded: string }
  | { readonly kind: 'elsewhere'; readonly path: string }
  | { readonly kind: 'malformed' }
  | { readonly kind: 'tooLong' };

export const MAX_PATH = 1024;

/** What no address may hold, in its path or in its query. */
export const CONTROL = /[\p{Cc}\p{Surrogate}\u2028\u2029\ufeff\ufffd]/u;
/** Looks like a file (`sitemap.xml`, `7.html`): no closing slash belongs to it. */
const FILE = /\.[A-Za-z0-9]{1,8}$/;

/**
 * Reads a path strictly. Wrong percent-encoding, NUL and control characters, dot segments, backslashes
 * and doubled slashes are malformed and never reach a page; another spelling of a good path
 * (`/zwgk/tzgg`, `/%7Awgk/`) leads to the canonical one, so that a page has one cache entry.
 */
export function readPath(path: string): PathReading {
  if (path.length > MAX_PATH) return { kind: 'tooLong' };
  if (!path.startsWith('/')) return { kind: 'malformed' };
  if (path === '/') return { kind: 'canonical', path, decoded: path };
  const parts = path.slice(1).split('/');
  const isClosed = parts.at(-1) === '';
  if (isClosed) parts.pop();
  const decoded: string[] = [];
  for (const part of parts) {
    const text = decodeSegment(part);
    if (text === null || text === '' || text === '.' || text === '..') return { kind: 'malformed' };
    decoded.push(text);
  }
  const isFile = FILE.test(decoded.at(-1) as string);
  const closing = isFile && !isClosed ? '' : '/';
  const canonical = `/${decoded.map(encodeSegment).join('/')}${closing}`;
  return canonical === path
    ? { kind: 'canonical', path, decoded: `/${decoded.join('/')}${closing}` }
    : { kind: 'elsewhere', path: canonical };
}

function decodeSegment(part: string): string | null {
  try {
    const text = decodeURIComponent(part).normalize('NFC');
    return CONTROL.test(text) || text.includes('/') || text.includes('\\') ? null : text;
  } catch {
    return null;
  }
}

/** As browsers write it: unreserved and sub-delims stay readable, the rest is percent-encoded. */
function encodeSegment(text: string): string {
  return encodeURIComponent(text).replace(/%(?:40|3A|24|26|2B|2C|3B|3D)/g, decodeURIComponent);
}
