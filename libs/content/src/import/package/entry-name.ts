import { packageRefused } from '../import.errors';

const LONGEST = 1000;

/** The name of an entry as text: told to be Unicode, or Unicode by its bytes, or GBK as Windows writes it. */
export function readableName(bytes: Uint8Array, isUnicode: boolean): string {
  for (const encoding of isUnicode ? ['utf-8'] : ['utf-8', 'gb18030'])
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      continue;
    }
  return new TextDecoder('utf-8').decode(bytes);
}

/**
 * The path of an entry within its package. Names are never used on the disk, and yet one that points
 * outside is refused with the whole package: who made it meant no good.
 */
export function entryPath(name: string): string {
  const path = name.replace(/\\/g, '/').replace(/^(?:\.\/)+/, '');
  const isOutside =
    path.length > LONGEST ||
    /[\0\p{Surrogate}]/u.test(path) ||
    /^(?:\/|[a-z]:)/i.test(path) ||
    path.split('/').includes('..');
  if (isOutside) throw packageRefused({ fault: 'path' });
  return path.replace(/\/{2,}/g, '/').normalize('NFC');
}

/** Furniture of the system that packed it. */
export const isFurniture = (path: string): boolean =>
  path === '' || path.endsWith('/') || /(?:^|\/)(?:__MACOSX\/|\.|Thumbs\.db$|desktop\.ini$)/i.test(path);
