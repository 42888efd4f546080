import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, type Stats } from 'node:fs';
import { link, mkdir, open, readdir, rename, rm, stat, unlink, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { fileSegments } from './file-name';
import { FileStore, type ByteRange, type FileReading, type PutOptions, type StoredFile } from './file-store';
import { fileNotFound, fileTooLarge, rangeRefused, storageFull } from './storage.errors';

/** Unfinished files wait here; no file name can begin with a dot, so nothing in it can be read. */
const INCOMING = '.incoming';
const ABANDONED_AFTER_MS = 24 * 60 * 60 * 1000;

/** Files below `<root>/<siteId>/`. Written beside, flushed to disk, then moved into place in one step. */
export class DiskFileStore extends FileStore {
  constructor(private readonly root: string) {
    super();
  }

  override async put(
    siteId: number,
    name: string,
    content: Uint8Array | Readable,
    { maxBytes = Number.POSITIVE_INFINITY }: PutOptions = {},
  ): Promise<StoredFile> {
    const target = this.path(siteId, name);
    const incoming = join(this.siteFolder(siteId), INCOMING);
    const draft = join(incoming, randomUUID());
    await mkdir(incoming, { recursive: true });
    try {
      const written = await writeAll(draft, content, maxBytes);
      await mkdir(dirname(target), { recursive: true });
      await rename(draft, target);
      await flushFolder(dirname(target));
      return { name, ...written };
    } catch (error) {
      await rm(draft, { force: true });
      throw isFull(error) ? Object.assign(storageFull(), { cause: error }) : error;
    }
  }

  override async adopt(siteId: number, name: string, path: string): Promise<void> {
    const target = this.path(siteId, name);
    const incoming = join(this.siteFolder(siteId), INCOMING);
    const draft = join(incoming, randomUUID());
    await mkdir(incoming, { recursive: true });
    try {
      await link(path, draft);
    } catch (error) {
      // Another disk, or one that knows no links.
      if (!hasCode(error, 'EXDEV', 'EPERM', 'ENOTSUP', 'EMLINK')) throw error;
      await this.put(siteId, name, createReadStream(path));
      return;
    }
    await mkdir(dirname(target), { recursive: true });
    await rename(draft, target);
    // Nothing moves between two names of the same file; the draft would stay.
    await rm(draft, { force: true });
    await flushFolder(dirname(target));
  }

  override async read(siteId: number, name: string, range?: ByteRange): Promise<FileReading> {
    const path = this.path(siteId, name);
    const found = await fileAt(path);
    if (!found) throw fileNotFound({ name });
    const { size, mtime: modifiedAt } = found;
    const start = range?.start ?? 0;
    const end = Math.min(range?.end ?? size - 1, size - 1);
    if (range && !isWithin(start, end, size)) throw rangeRefused({ size });
    const stream = createReadStream(path, size === 0 ? {} : { start, end });
    return { stream, size, start, end, modifiedAt };
  }

  override async remove(siteId: number, name: string): Promise<boolean> {
    const path = this.path(siteId, name);
    if (!(await fileAt(path))) return false;
    await unlink(path);
    return true;
  }

  override async exists(siteId: number, name: string): Promise<boolean> {
    return (await fileAt(this.path(siteId, name))) !== null;
  }

  override async size(siteId: number, name: string): Promise<number | null> {
    return (await fileAt(this.path(siteId, name)))?.size ?? null;
  }

  override async sha256(siteId: number, name: string): Promise<string> {
    const { stream } = await this.read(siteId, name);
    const hash = createHash('sha256');
    for await (const chunk of stream) hash.update(chunk as Buffer);
    return hash.digest('hex');
  }

  /** Removes what a crash left half written. */
  async clearAbandoned(now: Date): Promise<void> {
    const sites = await readdir(this.root).catch(() => []);
    for (const site of sites) {
      const incoming = join(this.root, site, INCOMING);
      for (const draft of await readdir(incoming).catch(() => [])) {
        const found = await fileAt(join(incoming, draft));
        if (found && now.getTime() - found.mtimeMs > ABANDONED_AFTER_MS)
          await rm(join(incoming, draft), { force: true });
      }
    }
  }

  private path(siteId: number, name: string): string {
    return join(this.siteFolder(siteId), ...fileSegments(name));
  }

  private siteFolder(siteId: number): string {
    if (!Number.isSafeInteger(siteId) || siteId < 1) throw new Error(`A file needs a site, got ${siteId}`);
    return join(this.root, String(siteId));
  }
}

async function writeAll(
  path: string,
  content: Uint8Array | Readable,
  maxBytes: number,
): Promise<{ size: number; sha256: string }> {
  const hash = createHash('sha256');
  let size = 0;
  const file: FileHandle = await open(path, 'wx', 0o640);
  try {
    for await (const piece of content instanceof Uint8Array ? [content] : content) {
      const bytes = typeof piece === 'string' ? Buffer.from(piece) : (piece as Uint8Array);
      size += bytes.byteLength;
      if (size > maxBytes) throw fileTooLarge({ maxBytes });
      hash.update(bytes);
      await file.writeFile(bytes);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { size, sha256: hash.digest('hex') };
}

async function flushFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

async function fileAt(path: string): Promise<Stats | null> {
  try {
    const found = await stat(path);
    return found.isFile() ? found : null;
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR')) return null;
    throw error;
  }
}

const isWithin = (start: number, end: number, size: number): boolean =>
  Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start <= end && start < size;

const isFull = (error: unknown): boolean => hasCode(error, 'ENOSPC', 'EDQUOT');

const hasCode = (error: unknown, ...codes: string[]): boolean =>
  codes.includes((error as NodeJS.ErrnoException | null)?.code ?? '');
