import { createHash } from 'node:crypto';
import { mkdtemp, open, rm, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { fileTooLarge } from './asset.errors';

export interface ReceivedFile {
  readonly path: string;
  readonly handle: FileHandle;
  readonly size: number;
  readonly sha256: string;
  /** It lies where the file store can take it over without copying. */
  readonly isInStore: boolean;
}

/**
 * Takes an upload into a temporary folder of the site, hands it to `work` and removes it whatever happens.
 * Raises `content.asset.tooLarge` as soon as the limit is passed, without reading the rest.
 */
export async function withReceived<T>(
  siteId: number,
  content: Uint8Array | Readable,
  maxBytes: number,
  work: (file: ReceivedFile) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), `zhanqun-upload-${siteId}-`));
  const path = join(folder, 'file');
  try {
    const handle = await open(path, 'wx+', 0o600);
    try {
      const { size, sha256 } = await receive(handle, content, maxBytes);
      return await work({ path, handle, size, sha256, isInStore: false });
    } finally {
      await handle.close();
    }
  } finally {
    if (content instanceof Readable) content.destroy();
    await rm(folder, { recursive: true, force: true });
  }
}

/** The same for a file that was received in pieces; it stays where it is. */
export async function withWhole<T>(path: string, work: (file: ReceivedFile) => Promise<T>): Promise<T> {
  const handle = await open(path, 'r+');
  try {
    await handle.sync();
    const { size } = await handle.stat();
    const hash = createHash('sha256');
    for await (const piece of handle.createReadStream({
      start: 0,
      autoClose: false,
      highWaterMark: 1024 * 1024,
    }))
      hash.update(piece as Buffer);
    return await work({ path, handle, size, sha256: hash.digest('hex'), isInStore: true });
  } finally {
    await handle.close();
  }
}

async function receive(
  handle: FileHandle,
  content: Uint8Array | Readable,
  maxBytes: number,
): Promise<{ size: number; sha256: string }> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const piece of content instanceof Uint8Array ? [content] : content) {
    const bytes = piece as Uint8Array;
    size += bytes.byteLength;
    if (size > maxBytes) throw fileTooLarge({ megabytes: Math.max(1, Math.floor(maxBytes / 1024 / 1024)) });
    hash.update(bytes);
    await handle.writeFile(bytes);
  }
  return { size, sha256: hash.digest('hex') };
}
