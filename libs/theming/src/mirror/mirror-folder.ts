import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { lstat, mkdir, open, readdir, readFile, realpath, rename, rm, rmdir } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { mirrorFolderInside, mirrorFolderTaken, mirrorRunning } from './mirror.errors';

/** What the copies of this folder know of themselves. Begins with a dot: no host is named so. */
const OWN = '.mirror';
const REPORTS = 'mirror-report';

/** By what a file is known again without reading it. */
export interface Standing {
  readonly bytes: number;
  readonly modifiedAt: number;
}

export interface Written extends Standing {
  readonly digest: string;
  readonly isChanged: boolean;
}

/**
 * The folder that copies are written to: each file by rename, unchanged ones not touched, nothing outside
 * of it, not even through a link that lies in it.
 */
export class MirrorFolder {
  private readonly trusted = new Set<string>();

  private constructor(readonly root: string) {}

  /** Raises when the folder holds anything that is no copy, or is a part of the platform's own data. */
  static async open(folder: string, dataDir: string): Promise<MirrorFolder> {
    const wished = resolve(folder);
    await mkdir(wished, { recursive: true });
    const root = await realpath(wished);
    const own = await realpath(dataDir).catch(() => resolve(dataDir));
    if (`${root}${sep}`.startsWith(`${own}${sep}`)) throw mirrorFolderInside({ folder });
    const names = await readdir(root);
    if (names.length > 0 && !names.includes(OWN)) throw mirrorFolderTaken({ folder });
    await mkdir(join(root, OWN), { recursive: true });
    return new MirrorFolder(root);
  }

  stateFile(key: string): string {
    return join(this.root, OWN, `${key}.jsonl`);
  }

  reportFile(key: string, end: 'json' | 'txt'): string {
    return join(this.root, REPORTS, `${key}.${end}`);
  }

  /** Keys of the sites that have a copy here. */
  async keys(): Promise<string[]> {
    const names = await readdir(join(this.root, OWN));
    return names.filter((name) => name.endsWith('.jsonl')).map((name) => name.slice(0, -'.jsonl'.length));
  }

  /** One writer a site. A lock whose process is gone is taken over, with its unfinished files. */
  async lock(key: string): Promise<() => Promise<void>> {
    const file = join(this.root, OWN, `${key}.lock`);
    for (let attempt = 0; attempt < 2; attempt += 1) {
      try {
        const handle = await open(file, 'wx');
        await handle.writeFile(String(process.pid));
        await handle.close();
        await rm(this.drafts(key), { recursive: true, force: true });
        await mkdir(this.drafts(key), { recursive: true });
        return async () => {
          await rm(this.drafts(key), { recursive: true, force: true });
          await rm(file, { force: true });
        };
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
        const holder = Number(await readFile(file, 'utf8').catch(() => '0'));
        if (holder > 0 && isAlive(holder)) throw mirrorRunning({ key });
        await rm(file, { force: true });
      }
    }
    throw mirrorRunning({ key });
  }

  /** Puts the bytes at that place unless they are there already. */
  async write(
    key: string,
    place: string,
    body: Buffer | Readable,
    known?: Standing & { readonly digest: string },
  ): Promise<Written> {
    const file = await this.fileFor(place);
    const draft = join(this.drafts(key), randomUUID());
    const hash = createHash('sha256');
    let bytes = 0;
    try {
      await pipeline(
        Buffer.isBuffer(body) ? Readable.from([body]) : body,
        async function* (pieces: AsyncIterable<Buffer>) {
          for await (const piece of pieces) {
            hash.update(piece);
            bytes += piece.length;
            yield piece;
          }
        },
        createWriteStream(draft),
      );
      const digest = hash.digest('base64url');
      const isSame =
        known?.digest === digest && known.bytes === bytes && (await this.isUntouched(place, known));
      if (!isSame) await rename(draft, file);
      const standing = (await this.standing(place)) ?? { bytes, modifiedAt: 0 };
      return { digest, ...standing, isChanged: !isSame };
    } finally {
      await rm(draft, { force: true });
    }
  }

  async read(place: string): Promise<Buffer> {
    return readFile(await this.fileFor(place));
  }

  async digest(place: string): Promise<string | null> {
    if ((await this.standing(place)) === null) return null;
    const hash = createHash('sha256');
    for await (const piece of createReadStream(join(this.root, place))) hash.update(piece as Buffer);
    return hash.digest('base64url');
  }

  /** Whether the file is the one that was written, as far as its size and time tell. */
  async isUntouched(place: string, known: Standing): Promise<boolean> {
    const now = await this.standing(place);
    return now?.bytes === known.bytes && now.modifiedAt === known.modifiedAt;
  }

  /** Null when no plain file is there. */
  private async standing(place: string): Promise<Standing | null> {
    try {
      const facts = await lstat(join(this.root, place));
      return facts.isFile() ? { bytes: facts.size, modifiedAt: facts.mtimeMs } : null;
    } catch {
      return null;
    }
  }

  /** With the folders that it leaves empty. */
  async remove(place: string): Promise<void> {
    const file = await this.fileFor(place);
    await rm(file, { force: true });
    for (let folder = dirname(file); folder !== this.root; folder = dirname(folder)) {
      try {
        await rmdir(folder);
      } catch {
        return;
      }
      this.trusted.delete(folder);
    }
  }

  private drafts(key: string): string {
    return join(this.root, OWN, `${key}.drafts`);
  }

  private async fileFor(place: string): Promise<string> {
    const file = join(this.root, place);
    const folder = dirname(file);
    if (!this.trusted.has(folder)) {
      await mkdir(folder, { recursive: true });
      const real = await realpath(folder);
      if (real !== folder) throw new Error(`${place} leads out of the folder`);
      this.trusted.add(folder);
    }
    return file;
  }
}

function isAlive(pid: number): boolean {
  if (pid === process.pid) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
