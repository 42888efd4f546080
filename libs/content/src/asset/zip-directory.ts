import type { FileHandle } from 'node:fs/promises';
import { ByteReader } from './byte-reader';

export interface ZipDirectory {
  readonly names: readonly string[];
  readonly packedBytes: number;
  readonly unpackedBytes: number;
  readonly isEncrypted: boolean;
}

export type ZipFault = 'bomb' | 'path' | 'broken';

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const END_BYTES = 22;
const LONGEST_COMMENT = 65_535;
const MOST_ENTRIES = 20_000;
const MOST_DIRECTORY_BYTES = 16 * 1024 * 1024;
const MOST_UNPACKED_BYTES = 4 * 1024 * 1024 * 1024;
/** Small archives of plain text reach high ratios honestly. */
const FREE_BYTES = 100 * 1024 * 1024;
const MOST_RATIO = 120;
const ZIP64 = 0xffffffff;

/** Reads the table of contents at the end of a ZIP; nothing is unpacked. */
export async function readZipDirectory(
  handle: FileHandle,
  size: number,
): Promise<ZipDirectory | { readonly fault: ZipFault }> {
  const bytes = new ByteReader(handle, size);
  const tailStart = Math.max(0, size - END_BYTES - LONGEST_COMMENT);
  const tail = await bytes.read(tailStart, size - tailStart);
  const end = lastEnd(tail);
  if (end < 0) return { fault: 'broken' };
  const entries = tail.readUInt16LE(end + 10);
  const length = tail.readUInt32LE(end + 12);
  const start = tail.readUInt32LE(end + 16);
  // Zip64 holds more than 65,535 files or 4 GB: neither is an attachment.
  if (entries > MOST_ENTRIES || length > MOST_DIRECTORY_BYTES || start === ZIP64) return { fault: 'bomb' };
  if (start + length > tailStart + end) return { fault: 'broken' };
  const directory = readEntries(await bytes.read(start, length), entries);
  return 'fault' in directory ? directory : judged(directory, size);
}

function lastEnd(tail: Buffer): number {
  for (let at = tail.length - END_BYTES; at >= 0; at -= 1) {
    if (
      tail.readUInt32LE(at) === END_SIGNATURE &&
      at + END_BYTES + tail.readUInt16LE(at + 20) === tail.length
    )
      return at;
  }
  return -1;
}

function readEntries(table: Buffer, count: number): ZipDirectory | { readonly fault: ZipFault } {
  const names: string[] = [];
  let [packedBytes, unpackedBytes, isEncrypted, at] = [0, 0, false, 0];
  for (let entry = 0; entry < count; entry += 1) {
    if (at + 46 > table.length || table.readUInt32LE(at) !== ENTRY_SIGNATURE) return { fault: 'broken' };
    const flags = table.readUInt16LE(at + 8);
    const packed = table.readUInt32LE(at + 20);
    const unpacked = table.readUInt32LE(at + 24);
    if (packed === ZIP64 || unpacked === ZIP64) return { fault: 'bomb' };
    const nameEnd = at + 46 + table.readUInt16LE(at + 28);
    if (nameEnd > table.length) return { fault: 'broken' };
    const name = table.toString((flags & 0x800) === 0 ? 'latin1' : 'utf8', at + 46, nameEnd);
    if (isOutside(name)) return { fault: 'path' };
    names.push(name);
    packedBytes += packed;
    unpackedBytes += unpacked;
    isEncrypted ||= (flags & 1) !== 0;
    at = nameEnd + table.readUInt16LE(at + 30) + table.readUInt16LE(at + 32);
  }
  return { names, packedBytes, unpackedBytes, isEncrypted };
}

function judged(directory: ZipDirectory, size: number): ZipDirectory | { readonly fault: ZipFault } {
  const { packedBytes, unpackedBytes } = directory;
  // Entries that share the same packed bytes are how a few kilobytes become petabytes.
  if (packedBytes > size) return { fault: 'bomb' };
  if (unpackedBytes > MOST_UNPACKED_BYTES) return { fault: 'bomb' };
  if (unpackedBytes > FREE_BYTES && unpackedBytes > size * MOST_RATIO) return { fault: 'bomb' };
  return directory;
}

const isOutside = (name: string): boolean =>
  name.includes('\0') || /^(?:[/\\]|[a-z]:)/i.test(name) || name.split(/[/\\]/).includes('..');
