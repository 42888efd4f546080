import type { FileHandle } from 'node:fs/promises';

/** Reads parts of a file of known size. */
export class ByteReader {
  constructor(
    private readonly handle: FileHandle,
    readonly size: number,
  ) {}

  /** Exactly these bytes, or fewer at the end of the file. */
  async read(start: number, length: number): Promise<Buffer> {
    const wanted = Math.max(0, Math.min(length, this.size - start));
    const buffer = Buffer.alloc(wanted);
    let filled = 0;
    while (filled < wanted) {
      const { bytesRead } = await this.handle.read(buffer, filled, wanted - filled, start + filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return buffer.subarray(0, filled);
  }

  async *chunks(length: number): AsyncGenerator<Buffer> {
    for (let start = 0; start < this.size; start += length) yield this.read(start, length);
  }
}
