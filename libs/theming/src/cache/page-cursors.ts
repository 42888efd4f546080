import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { replaceFile } from './replace-file';

const ABANDONED_MS = 10 * 60_000;
/** A process gives a sign every two seconds. */
const SILENT_MS = 8_000;

interface Cursor {
  readonly position?: unknown;
  readonly isEnded?: unknown;
}

/** How far each process that shares the page files has applied the purge log, and that it is still there. */
export class PageCursors {
  private readonly own = `${randomUUID()}.json`;
  /** Whose files are looked after already, by when they last gave a sign. */
  private readonly lost = new Map<string, number>();

  constructor(private readonly folder: string) {}

  async least(): Promise<number | null> {
    const names = await readdir(this.folder).catch(() => [] as string[]);
    const positions = await Promise.all(
      names
        .filter((name) => name.endsWith('.json'))
        .map(async (name) => {
          const text = await readFile(join(this.folder, name), 'utf8').catch(() => '');
          return Number((text && (JSON.parse(text) as Cursor).position) || 0);
        }),
    );
    return positions.length > 0 ? Math.min(...positions) : null;
  }

  /** Written anew each time, also unchanged: the time of the file is the sign of life. */
  async keep(position: number | null, isEnded = false): Promise<void> {
    if (position === null) return;
    await mkdir(this.folder, { recursive: true });
    const cursor = JSON.stringify({ position, ...(isEnded && { isEnded }) } satisfies Cursor);
    await replaceFile(join(this.folder, this.own), Buffer.from(cursor));
  }

  /** Whether a neighbour has gone, or fallen silent, since this was last asked. */
  async hasLostOne(now: number): Promise<boolean> {
    let isLost = false;
    for (const name of await readdir(this.folder).catch(() => [] as string[])) {
      if (name === this.own || !name.endsWith('.json')) continue;
      const file = join(this.folder, name);
      const { mtimeMs } = await stat(file).catch(() => ({ mtimeMs: now }));
      if (this.lost.get(name) === mtimeMs) continue;
      const text = await readFile(file, 'utf8').catch(() => '');
      if (now - mtimeMs < SILENT_MS && !saysEnded(text)) continue;
      this.lost.set(name, mtimeMs);
      isLost = true;
    }
    return isLost;
  }

  async dropOld(now: number): Promise<void> {
    for (const name of await readdir(this.folder).catch(() => [] as string[])) {
      if (name === this.own) continue;
      const age = await stat(join(this.folder, name)).then(
        ({ mtimeMs }) => now - mtimeMs,
        () => 0,
      );
      if (age > ABANDONED_MS) await rm(join(this.folder, name), { force: true });
    }
  }
}

function saysEnded(text: string): boolean {
  try {
    return (JSON.parse(text) as Cursor).isEnded === true;
  } catch {
    return false;
  }
}
