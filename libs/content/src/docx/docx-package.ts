import { inflateRawSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { docxBroken, docxTooLarge } from './docx.errors';

const ENTRY_SIGNATURE = 0x02014b50;
const END_SIGNATURE = 0x06054b50;
const LOCAL_BYTES = 30;
const MOST_PARTS = 2000;
const MOST_TEXT_BYTES = 16 * 1024 * 1024;
const MOST_BYTES = 160 * 1024 * 1024;
/** What a text needs; macros, fonts and embedded files are not even unpacked. */
const NEEDED =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/[\w-]+\.xml|word\/_rels\/[\w-]+\.xml\.rels|word\/media\/[^/]+)$/i;

export type DocxParts = ReadonlyMap<string, Uint8Array>;

/**
 * Unpacks what is needed of a document, never more bytes than agreed however the archive describes
 * itself. Raises `content.docx.tooLarge` or `content.docx.broken`.
 */
export function unpackDocx(file: Buffer, name: string): DocxParts {
  try {
    return unpack(file, name);
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE') throw docxTooLarge({ name });
    if (error instanceof RangeError) throw Object.assign(docxBroken({ name }), { cause: error });
    if ((error as { code?: string }).code?.startsWith('Z_'))
      throw Object.assign(docxBroken({ name }), { cause: error });
    throw error;
  }
}

function unpack(file: Buffer, name: string): DocxParts {
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || file.readUInt32LE(end) !== END_SIGNATURE) throw docxBroken({ name });
  const count = file.readUInt16LE(end + 10);
  if (count > MOST_PARTS) throw docxTooLarge({ name });
  const parts = new Map<string, Uint8Array>();
  let at = file.readUInt32LE(end + 16);
  let left = MOST_BYTES;
  for (let entry = 0; entry < count; entry += 1) {
    if (file.readUInt32LE(at) !== ENTRY_SIGNATURE) throw docxBroken({ name });
    const nameLength = file.readUInt16LE(at + 28);
    const path = file.toString('utf8', at + 46, at + 46 + nameLength);
    if (NEEDED.test(path) && !parts.has(path)) {
      const isText = !/\/media\//i.test(path);
      const bytes = partAt(file, at, Math.min(left, isText ? MOST_TEXT_BYTES : left), name);
      if (isText && holdsEntities(bytes)) throw docxBroken({ name });
      left -= bytes.length;
      parts.set(path, bytes);
    }
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  if (!parts.has('word/document.xml')) throw docxBroken({ name });
  return parts;
}

function partAt(file: Buffer, entry: number, most: number, name: string): Uint8Array {
  const packed = file.readUInt32LE(entry + 20);
  const local = file.readUInt32LE(entry + 42);
  const start = local + LOCAL_BYTES + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
  if (start + packed > file.length) throw docxBroken({ name });
  const bytes = file.subarray(start, start + packed);
  const method = file.readUInt16LE(entry + 10);
  if (method === 8) return inflateRawSync(bytes, { maxOutputLength: Math.max(1, most) });
  if (method !== 0) throw docxBroken({ name });
  if (bytes.length > most) throw docxTooLarge({ name });
  return bytes;
}

/** No word processor declares entities; whoever does wants them to grow. */
const holdsEntities = (bytes: Uint8Array): boolean =>
  /<!(?:DOCTYPE|ENTITY)/i.test(Buffer.from(bytes.subarray(0, 4096)).toString('latin1'));

/** The parts as an archive again, whose sizes are what it says. */
export const repackDocx = (parts: DocxParts): Buffer =>
  Buffer.from(zipSync(Object.fromEntries(parts), { level: 0 }));
