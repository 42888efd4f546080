import { createReadStream } from 'node:fs';
import { appendFile, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { replaceFile } from '../cache/replace-file';

/** One copied address. */
export interface Copied {
  /** Path on the host. */
  readonly path: string;
  /** The file, below the folder of the copy. */
  readonly place: string;
  /** Of the bytes as they were written. */
  readonly digest: string;
  readonly bytes: number;
  /** Of the file, so that one changed by hand is written again. */
  readonly modifiedAt: number;
  /** As the site gave it; empty for what has none. */
  readonly etag: string;
  /** When it was read last, and in which run. */
  readonly readAt: number;
  readonly run: number;
}

interface RunLine {
  readonly run: number;
  readonly isTraditional: boolean;
  readonly isDone: boolean;
}

const isRun = (line: Copied | RunLine | { gone: string }): line is RunLine => 'isDone' in line;

/**
 * What a copy consists of: a line an address, appended as soon as its file is in place. After a kill the
 * last line may be a part; it is not believed and its address is read again.
 */
export class MirrorState {
  private readonly copies = new Map<string, Copied>();
  private last: RunLine | null = null;

  private constructor(private readonly file: string) {}

  static async read(file: string): Promise<MirrorState | null> {
    const state = new MirrorState(file);
    try {
      for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity }))
        state.believe(line);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
    return state;
  }

  static empty(file: string): MirrorState {
    return new MirrorState(file);
  }

  /** The run that was killed; null when the last one came to its end. */
  get interrupted(): RunLine | null {
    return this.last && !this.last.isDone ? this.last : null;
  }

  /** The last run's wish for traditional characters. */
  get isTraditional(): boolean {
    return this.last?.isTraditional ?? false;
  }

  get size(): number {
    return this.copies.size;
  }

  get(path: string): Copied | undefined {
    return this.copies.get(path);
  }

  all(): IterableIterator<Copied> {
    return this.copies.values();
  }

  /** Written anew without what later lines have overtaken; from here on lines are appended. */
  async begin(run: number, isTraditional: boolean): Promise<void> {
    this.last = { run, isTraditional, isDone: false };
    await this.rewrite();
  }

  async put(copied: Copied): Promise<void> {
    this.copies.set(copied.path, copied);
    await this.append(copied);
  }

  async remove(path: string): Promise<void> {
    this.copies.delete(path);
    await this.append({ gone: path });
  }

  async end(): Promise<void> {
    if (this.last) this.last = { ...this.last, isDone: true };
    await this.rewrite();
  }

  private append(line: object): Promise<void> {
    return appendFile(this.file, `${JSON.stringify(line)}\n`);
  }

  private async rewrite(): Promise<void> {
    await mkdir(dirname(this.file), { recursive: true });
    const lines = [...this.copies.values()].map((copied) => JSON.stringify(copied));
    if (this.last) lines.unshift(JSON.stringify(this.last));
    await replaceFile(this.file, Buffer.from(`${lines.join('\n')}\n`));
  }

  private believe(text: string): void {
    if (text === '') return;
    let line: Copied | RunLine | { gone: string };
    try {
      line = JSON.parse(text) as typeof line;
    } catch {
      return;
    }
    if (isRun(line)) this.last = line;
    else if ('gone' in line) this.copies.delete(line.gone);
    else this.copies.set(line.path, line);
  }
}
