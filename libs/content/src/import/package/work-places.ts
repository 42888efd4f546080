import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import { AppConfig } from '@zhanqun/platform';
import { uploadTooLarge } from '../import.errors';
import type { PackageFile } from './package-files';

export const MOST_UPLOAD_MEGABYTES = 4096;
const MEGABYTE = 1024 * 1024;

/** 工作目录 of a run: what was uploaded, and what was unpacked of it. Paths carry the site. */
@Injectable()
export class WorkPlaces {
  constructor(private readonly config: AppConfig) {}

  folder(siteId: number, runId: number): string {
    return join(this.config.dataDir, 'imports', String(siteId), String(runId));
  }

  upload(siteId: number, runId: number): string {
    return join(this.folder(siteId, runId), 'upload');
  }

  parts(siteId: number, runId: number): string {
    return join(this.folder(siteId, runId), 'parts');
  }

  /** Takes an upload piece by piece; nothing of it is left when it breaks off or is too large. */
  async receive(
    siteId: number,
    runId: number,
    content: Readable,
  ): Promise<{ bytes: number; digest: string }> {
    await mkdir(this.folder(siteId, runId), { recursive: true });
    const target = this.upload(siteId, runId);
    const hash = createHash('sha256');
    let bytes = 0;
    const counting = new Transform({
      transform: (piece: Buffer, _encoding, done) => {
        bytes += piece.length;
        hash.update(piece);
        const isTooMuch = bytes > MOST_UPLOAD_MEGABYTES * MEGABYTE;
        done(isTooMuch ? uploadTooLarge({ megabytes: MOST_UPLOAD_MEGABYTES }) : null, piece);
      },
    });
    try {
      await pipeline(content, counting, createWriteStream(`${target}.part`, { mode: 0o600 }));
      await rename(`${target}.part`, target);
    } catch (error) {
      await this.remove(siteId, runId);
      throw error;
    }
    return { bytes, digest: hash.digest('hex') };
  }

  async has(siteId: number, runId: number): Promise<boolean> {
    return stat(this.upload(siteId, runId)).then(
      (found) => found.isFile(),
      () => false,
    );
  }

  async remove(siteId: number, runId: number): Promise<void> {
    await rm(this.folder(siteId, runId), { recursive: true, force: true });
  }

  /** The table of contents of what was unpacked, written last: without it unpacking begins anew. */
  async keepIndex(siteId: number, runId: number, files: readonly PackageFile[]): Promise<void> {
    const path = join(this.folder(siteId, runId), 'index.json');
    await writeFile(`${path}.part`, JSON.stringify(files));
    await rename(`${path}.part`, path);
  }

  async index(siteId: number, runId: number): Promise<PackageFile[] | null> {
    try {
      return JSON.parse(
        await readFile(join(this.folder(siteId, runId), 'index.json'), 'utf8'),
      ) as PackageFile[];
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
  }
}
