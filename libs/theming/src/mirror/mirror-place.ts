/** As page files name hosts; a name with two dots in a row or a closing one would be a way out. */
const SAFE_HOST = /^[a-z0-9\u0080-\uffff]([a-z0-9.-]|[\u0080-\uffff])*$/;
const LONGEST_NAME = 250;
const LONGEST_PLACE = 1_000;

/**
 * Where the copy of an address lies: `<host>/<path>`, decoded as web servers look it up, `index.html` for
 * what ends with a slash. Null for what cannot or must not be a file: dot segments and hidden names, also
 * percent-encoded ones, backslashes, control characters, names longer than file systems take, and the
 * name that a folder's own page has.
 */
export function mirrorPlace(host: string, path: string): string | null {
  if (!SAFE_HOST.test(host) || host.includes('..') || !path.startsWith('/')) return null;
  const parts: string[] = [];
  for (const part of path.slice(1).split('/')) {
    const name = decoded(part);
    if (name === null) return null;
    parts.push(name);
  }
  const isFolder = parts.at(-1) === '';
  if (isFolder) parts.pop();
  if (parts.some((name) => name === '' || name.startsWith('.') || Buffer.byteLength(name) > LONGEST_NAME))
    return null;
  if (!isFolder && parts.at(-1) === 'index.html') return null;
  const place = [host, ...parts, ...(isFolder ? ['index.html'] : [])].join('/');
  return Buffer.byteLength(place) > LONGEST_PLACE ? null : place;
}

function decoded(part: string): string | null {
  try {
    const name = decodeURIComponent(part);
    return /[/\\\p{Cc}]/u.test(name) ? null : name;
  } catch {
    return null;
  }
}
