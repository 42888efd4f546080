import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, rm, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createInflateRaw } from 'node:zlib';
import { DomainError } from '@zhanqun/kernel';
import { extract } from 'tar-stream';
import { packageRefused } from '../import.errors';
import { entryPath, isFurniture } from './entry-name';
import type { PackageFile } from './package-files';
import { contentStart, zipEntries } from './zip-entries';

const GIGABYTE = 1024 ** 3;

export interface UnpackLimits {
  readonly bytes: number;
  readonly files: number;
  /** Of one file. */
  readonly fileBytes: number;
}
export const UNPACK_LIMITS: UnpackLimits = { bytes: 20 * GIGABYTE, files: 300_000, fileBytes: 3 * GIGABYTE };
/** Small archives of plain text reach high ratios honestly. */
const FREE_BYTES = 512 * 1024 * 1024;
const MOST_RATIO = 200;

/**
 * Unpacks an archive below `folder`: each entry becomes a file with a number for a name, so nothing that an
 * archive says decides where anything is written. Raises `content.import.packageRefused` for what is
 * broken, hostile, or larger than told, having written no more than the limits.
 */
export async function unpackArchive(
  path: string,
  folder: string,
  limits: UnpackLimits = UNPACK_LIMITS,
): Promise<PackageFile[]> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const handle = await open(path, 'r');
  try {
    const { size } = await handle.stat();
    const head = Buffer.alloc(4);
    await handle.read(head, 0, 4, 0);
    const unpacking = new Unpacking(folder, limits, size);
    if (head[0] === 0x50 && head[1] === 0x4b) await unzip(path, handle, size, unpacking);
    else await untar(path, head[0] === 0x1f && head[1] === 0x8b, unpacking);
    return unpacking.files;
  } finally {
    await handle.close();
  }
}

class Unpacking {
  readonly files: PackageFile[] = [];
  private readonly names = new Set<string>();
  private total = 0;

  constructor(
    private readonly folder: string,
    private readonly limits: UnpackLimits,
    private readonly packedBytes: number,
  ) {}

  /** Furniture is passed over without being opened. */
  async take(name: string, read: () => Readable): Promise<void> {
    const path = entryPath(name);
    if (isFurniture(path)) return;
    if (this.files.length >= this.limits.files) throw packageRefused({ fault: 'files' });
    const key = path.toLowerCase();
    if (this.names.has(key)) throw packageRefused({ fault: 'twice' });
    this.names.add(key);
    const disk = join(this.folder, String(this.files.length));
    const hash = createHash('sha256');
    let bytes = 0;
    const counting = new Transform({
      transform: (piece: Buffer, _encoding, done) => {
        bytes += piece.length;
        this.total += piece.length;
        hash.update(piece);
        done(this.isTooMuch(bytes) ? packageRefused({ fault: 'bomb' }) : null, piece);
      },
    });
    await pipeline(read(), counting, createWriteStream(disk, { flags: 'wx', mode: 0o600 }));
    this.files.push({ path, disk, bytes, sha256: hash.digest('hex') });
  }

  /** All that comes out of a packed stream counts, also what is passed over: reading it costs as much. */
  bounded(): Transform {
    let bytes = 0;
    return new Transform({
      transform: (piece: Buffer, _encoding, done) => {
        bytes += piece.length;
        const isTooMuch = bytes > 2 * this.limits.bytes || this.isSwollen(bytes);
        done(isTooMuch ? packageRefused({ fault: 'bomb' }) : null, piece);
      },
    });
  }

  private isTooMuch(fileBytes: number): boolean {
    if (fileBytes > this.limits.fileBytes || this.total > this.limits.bytes) return true;
    return this.isSwollen(this.total);
  }

  private isSwollen(bytes: number): boolean {
    return bytes > FREE_BYTES && bytes > this.packedBytes * MOST_RATIO;
  }
}

async function unzip(path: string, handle: FileHandle, size: number, unpacking: Unpacking): Promise<void> {
  const entries = await zipEntries(handle, size);
  // Entries that share the same packed bytes are how a few kilobytes become petabytes.
  if (entries.reduce((sum, { packed }) => sum + packed, 0) > size) throw packageRefused({ fault: 'bomb' });
  for (const entry of entries) {
    const start = await contentStart(handle, size, entry);
    if (start + entry.packed > size) throw packageRefused({ fault: 'broken' });
    try {
      await unpacking.take(entry.name, () => contentOf(path, entry.isStored, start, entry.packed));
    } catch (error) {
      throw refusalOf(error);
    }
  }
}

function contentOf(path: string, isStored: boolean, start: number, length: number): Readable {
  if (length === 0) return Readable.from([]);
  const packed = createReadStream(path, { start, end: start + length - 1 });
  if (isStored) return packed;
  const inflated = createInflateRaw();
  packed.on('error', (error) => inflated.destroy(error));
  inflated.on('error', () => packed.destroy());
  return packed.pipe(inflated);
}

async function untar(path: string, isPacked: boolean, unpacking: Unpacking): Promise<void> {
  const tar = extract();
  const source = createReadStream(path);
  const bounded = unpacking.bounded();
  const feeding = isPacked ? pipeline(source, createGunzip(), bounded, tar) : pipeline(source, bounded, tar);
  feeding.catch(() => undefined);
  try {
    for await (const entry of tar) {
      const { name, type } = entry.header;
      if (type === 'file' || type === 'contiguous-file')
        await unpacking.take(name, () => entry as unknown as Readable);
      // What is left of it: all of a link, of a folder, of furniture.
      entry.resume();
    }
    await feeding;
  } catch (error) {
    source.destroy();
    throw refusalOf(error);
  }
}

/** A full disk is a fault of this machine, anything else of the archive. */
function refusalOf(error: unknown): unknown {
  const { code } = error as { code?: string };
  if (error instanceof DomainError || code === 'ENOSPC' || code === 'EDQUOT') return error;
  return Object.assign(packageRefused({ fault: 'broken' }), { cause: error });
}
