import type { FileHandle } from 'node:fs/promises';
import { ByteReader } from '../../asset/byte-reader';
import { packageRefused } from '../import.errors';
import { readableName } from './entry-name';

export interface ZipEntry {
  readonly name: string;
  readonly isStored: boolean;
  readonly packed: number;
  readonly unpacked: number;
  /** Of the local header. */
  readonly at: number;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_BYTES = 22;
const LONGEST_COMMENT = 65_535;
const MOST_DIRECTORY = 64 * 1024 * 1024;
const ZIP64 = 0xffffffff;

/** The table of contents of a ZIP: plain files only, names in Unicode or in the GBK of Chinese Windows. */
export async function zipEntries(handle: FileHandle, size: number): Promise<ZipEntry[]> {
  const bytes = new ByteReader(handle, size);
  const tailAt = Math.max(0, size - END_BYTES - LONGEST_COMMENT);
  const tail = await bytes.read(tailAt, size - tailAt);
  const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + END_BYTES > tail.length || tail.readUInt32LE(end) !== END)
    throw packageRefused({ fault: 'broken' });
  const count = tail.readUInt16LE(end + 10);
  const length = tail.readUInt32LE(end + 12);
  const start = tail.readUInt32LE(end + 16);
  if (count === 0xffff || start === ZIP64 || length > MOST_DIRECTORY)
    throw packageRefused({ fault: 'zip64' });
  if (start + length > tailAt + end) throw packageRefused({ fault: 'broken' });
  return entriesOf(await bytes.read(start, length), count);
}

/** Where the bytes of an entry begin: behind its own header, whose extra field may differ from the table's. */
export async function contentStart(handle: FileHandle, size: number, { at }: ZipEntry): Promise<number> {
  const header = await new ByteReader(handle, size).read(at, 30);
  if (header.length < 30 || header.readUInt32LE(0) !== LOCAL) throw packageRefused({ fault: 'broken' });
  return at + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
}

function entriesOf(table: Buffer, count: number): ZipEntry[] {
  const entries: ZipEntry[] = [];
  let at = 0;
  for (let number = 0; number < count; number += 1) {
    if (at + 46 > table.length || table.readUInt32LE(at) !== ENTRY) throw packageRefused({ fault: 'broken' });
    const flags = table.readUInt16LE(at + 8);
    const method = table.readUInt16LE(at + 10);
    const nameEnd = at + 46 + table.readUInt16LE(at + 28);
    if (nameEnd > table.length) throw packageRefused({ fault: 'broken' });
    const name = readableName(table.subarray(at + 46, nameEnd), (flags & 0x800) !== 0);
    const mode = table.readUInt32LE(at + 38) >>> 16;
    const isLink = (mode & 0o170000) === 0o120000;
    const [packed, unpacked] = [table.readUInt32LE(at + 20), table.readUInt32LE(at + 24)];
    if (!name.endsWith('/') && !isLink) {
      if ((flags & 1) !== 0) throw packageRefused({ fault: 'encrypted' });
      if (method !== 0 && method !== 8) throw packageRefused({ fault: 'method' });
      if (packed === ZIP64 || unpacked === ZIP64) throw packageRefused({ fault: 'zip64' });
      entries.push({ name, isStored: method === 0, packed, unpacked, at: table.readUInt32LE(at + 42) });
    }
    at = nameEnd + table.readUInt16LE(at + 30) + table.readUInt16LE(at + 32);
  }
  return entries;
}
