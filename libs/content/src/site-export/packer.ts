import { createHash } from 'node:crypto';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { createGzip, type Gzip } from 'node:zlib';
import { pack, type Pack } from 'tar-stream';
import type { PackedEntry } from './site-format';

/** Writes a tar.gz entry by entry, remembering what each came to. Nothing is held but the entry under way. */
export class Packer {
  readonly entries: PackedEntry[] = [];
  readonly output: Gzip;
  private readonly tar: Pack;
  /** Rejects when nobody reads any more. */
  private readonly broken: Promise<never>;

  constructor() {
    this.tar = pack();
    this.output = createGzip({ level: 6 });
    this.tar.pipe(this.output);
    this.broken = once(this.output, 'close').then(() => {
      throw new Error('the export was broken off');
    });
    this.broken.catch(() => undefined);
  }

  async text(path: string, text: string): Promise<void> {
    const bytes = Buffer.from(text);
    await this.write(path, bytes.length, [bytes]);
  }

  json(path: string, value: unknown): Promise<void> {
    return this.text(path, `${JSON.stringify(value, null, 1)}\n`);
  }

  lines(path: string, rows: readonly unknown[]): Promise<void> {
    return this.text(path, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  }

  async file(path: string, size: number, content: Readable): Promise<void> {
    await this.write(path, size, content);
  }

  end(): void {
    this.tar.finalize();
  }

  abort(error: Error): void {
    this.tar.destroy();
    this.output.destroy(error);
  }

  private async write(path: string, size: number, content: Iterable<Buffer> | Readable): Promise<void> {
    const hash = createHash('sha256');
    const { entry, finished } = this.open(path, size);
    for await (const piece of content as AsyncIterable<Buffer>) {
      hash.update(piece);
      if (!entry.write(piece)) await Promise.race([once(entry, 'drain'), this.broken]);
    }
    entry.end();
    await Promise.race([finished, this.broken]);
    this.entries.push({ path, bytes: size, sha256: hash.digest('hex') });
  }

  private open(path: string, size: number): { entry: Writable; finished: Promise<void> } {
    let settle: (error?: Error | null) => void = () => undefined;
    const finished = new Promise<void>((resolve, reject) => {
      settle = (error) => (error ? reject(error) : resolve());
    });
    const header = { name: path, size, mtime: new Date(0), mode: 0o644 };
    const entry = this.tar.entry(header, (error) => settle(error)) as unknown as Writable;
    return { entry, finished };
  }
}
