import { doubleExtension, fileNameUnusable, fileTypeRefused } from './asset.errors';
import { FILE_TYPES, plainExtension, PROGRAM_EXTENSIONS } from './file-types';

const LONGEST = 150;
const NOT_IN_A_NAME = /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

export interface ReadName {
  /** For people, without any folder. */
  readonly name: string;
  /** One of the allowed extensions. */
  readonly extension: string;
}

/**
 * Reads the name a browser sent. Folders go (`C:\…`, `../…`), so do marks that turn the reading direction
 * and would let `cod.exe` look like `exe.doc`; characters beyond the basic plane stay.
 */
export function readFileName(sent: string): ReadName {
  if (/\p{Surrogate}|\u0000/u.test(sent)) throw fileNameUnusable();
  const last = sent.split(/[/\\]/).at(-1) ?? '';
  const name = last
    .replace(NOT_IN_A_NAME, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/[\s.]+$/u, '')
    .trim();
  if (name === '' || [...name].length > LONGEST || name.length > 190) throw fileNameUnusable();
  const parts = name.split('.').map((part) => part.trim().toLowerCase());
  if (parts.length < 2 || (parts[0] === '' && parts.length < 3)) throw fileTypeRefused({ name });
  const extension = plainExtension(parts.at(-1) as string);
  if (!Object.hasOwn(FILE_TYPES, extension)) throw fileTypeRefused({ name });
  const program = parts.slice(1, -1).find((part) => PROGRAM_EXTENSIONS.has(part));
  if (program !== undefined) throw doubleExtension({ name, extension: program });
  return { name, extension };
}

/** The name again with the extension its content has: `照片.png` stored as JPEG is `照片.jpg`. */
export function withExtension(name: string, extension: string): string {
  const stem = name.replace(/\.[^.]*$/u, '');
  return plainExtension(name.slice(stem.length + 1)) === extension ? name : `${stem}.${extension}`;
}

/** The ASCII part of a name for an address; `''` when nothing of it is left. */
export function addressPart(name: string): string {
  return name
    .replace(/\.[^.]*$/u, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '');
}
