import { createHash } from 'node:crypto';

export const LONGEST_ADDRESS = 500;
const MOST_PARAMETERS = 12;
const UNPRINTABLE = /[\p{Cc}\p{Surrogate}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u;
/** Added by those who link, not by those who publish. */
const TRACKING = /^(?:utm_\w+|from|share\w*|spm|fbclid|gclid|isappinstalled|nsukey|timestamp|_t|_r)$/i;

/** An old address taken apart: what it is kept under, and what is tried when it is asked for. */
export interface ReadAddress {
  /** For people: `/news/show.asp?id=7`. */
  readonly address: string;
  /** Path without its query, where it has one. */
  readonly pathAlone: string | null;
}

/**
 * Reads an address of a former site, whole (`http://www.x.gov.cn/news/7.asp`) or from the path on; null
 * for what cannot be one. The host falls away: which site is asked is decided by the site's own binding.
 */
export function readAddress(given: string): ReadAddress | null {
  const text = given.trim();
  if (text === '' || text.length > LONGEST_ADDRESS * 3 || UNPRINTABLE.test(text)) return null;
  const rest = /^[a-z][a-z0-9+.-]*:/i.test(text) ? ofWholeAddress(text) : text;
  if (rest === null) return null;
  const [beforeAnchor = ''] = rest.split('#');
  const mark = beforeAnchor.indexOf('?');
  const path = spelt(mark === -1 ? beforeAnchor : beforeAnchor.slice(0, mark)).replace(/\\/g, '/');
  if (path.length > LONGEST_ADDRESS) return null;
  const rooted = `/${path}`.replace(/\/{2,}/g, '/');
  if (rooted.split('/').some((part) => part === '.' || part === '..')) return null;
  const query = mark === -1 ? '' : parametersOf(beforeAnchor.slice(mark + 1));
  const address = query === '' ? rooted : `${rooted}?${query}`;
  if (address.length > LONGEST_ADDRESS || UNPRINTABLE.test(address)) return null;
  return { address, pathAlone: query === '' ? null : rooted };
}

/** Old servers did not mind case, a closing slash or the order of parameters; neither does the key. */
export function addressKey(address: string): string {
  const [path = '', query = ''] = address.normalize('NFC').toLowerCase().split('?');
  const bare = path.length > 1 ? path.replace(/\/+$/, '') : path;
  return createHash('sha256')
    .update(query === '' ? bare : `${bare}?${query}`)
    .digest('hex');
}

function ofWholeAddress(text: string): string | null {
  const found = /^https?:\/\/[^/?#\s]+(.*)$/is.exec(text);
  return found ? found[1] || '/' : null;
}

function parametersOf(query: string): string {
  const parts = query
    .split('&')
    .filter((part) => part !== '')
    .map(spelt)
    .filter((part) => !TRACKING.test(part.split('=')[0] as string));
  return parts.length > MOST_PARAMETERS ? '' : parts.sort().join('&');
}

const HAN = /\p{Script=Han}/u;

/**
 * Percent signs decoded as UTF-8 or, where only that gives Chinese, as GB18030 (old Chinese servers); what is
 * neither stays as it stands.
 */
function spelt(part: string): string {
  if (!part.includes('%')) return part;
  const unicode = decodedAs('utf-8', part);
  if (unicode !== null && HAN.test(unicode)) return unicode;
  const chinese = decodedAs('gb18030', part);
  return chinese !== null && (unicode === null || HAN.test(chinese)) ? chinese : (unicode ?? part);
}

function decodedAs(encoding: string, part: string): string | null {
  const bytes: number[] = [];
  for (let at = 0; at < part.length; at += 1) {
    const hex = part[at] === '%' ? /^[0-9a-f]{2}/i.exec(part.slice(at + 1))?.[0] : undefined;
    if (hex === undefined) bytes.push(...Buffer.from(part[at] as string));
    else {
      bytes.push(Number.parseInt(hex, 16));
      at += 2;
    }
  }
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(Uint8Array.from(bytes));
  } catch {
    return null;
  }
}
