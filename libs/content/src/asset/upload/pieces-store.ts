import { createWriteStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { FileStore as TusFiles } from '@tus/file-store';
import { DomainErrorFilter, storageFull } from '@zhanqun/platform';
import { uploadFailed } from './asset-upload.errors';

const isFull = (error: unknown): boolean =>
  ['ENOSPC', 'EDQUOT'].includes((error as NodeJS.ErrnoException | null)?.code ?? '');

/** What the tus server answers with: its own errors have this shape. */
export function tusError(error: Error): { status_code: number; body: string } {
  const { status, body } = new DomainErrorFilter().answerFor(error, '');
  return { status_code: status, body: JSON.stringify(body) };
}

/** Unfinished files of one site. What was acknowledged lies in the file; its length is the next offset. */
export class PiecesStore extends TusFiles {
  override async write(readable: Readable, id: string, offset: number): Promise<number> {
    const target = createWriteStream(this.pathOf(id), { flags: 'r+', start: offset });
    try {
      await pipeline(readable, target);
    } catch (error) {
      if (isFull(error)) throw tusError(storageFull());
      throw tusError(Object.assign(uploadFailed(), { cause: error }));
    }
    return offset + target.bytesWritten;
  }

  private pathOf(id: string): string {
    if (!/^[0-9a-f]{32}$/.test(id)) throw tusError(uploadFailed());
    return `${this.directory}/${id}`;
  }
}
