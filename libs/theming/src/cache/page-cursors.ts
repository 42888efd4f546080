import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { replaceFile } from './replace-file';

const ABANDONED_MS = 10 * 60_000;

/** How far each process that shares the page files has applied the purge log. */
export class PageCursors {
  private readonly own = `${randomUUID()}.json`;
  private keptPosition: number | null = null;

  constructor(private readonly folder: string) {}

  async least(): Promise<number | null> {
    const names = await readdir(this.folder).catch(() => [] as string[]);
    const positions = await Promise.all(
      names
        .filter((name) => name.endsWith('.json'))
        .map(async (name) => {
          const text = await readFile(join(this.folder, name), 'utf8').catch(() => '');
          return Number((text && (JSON.parse(text) as { position?: unknown }).position) || 0);
        }),
    );
    return positions.length > 0 ? Math.min(...positions) : null;
  }

  async keep(position: number | null): Promise<void> {
    if (position === null || position === this.keptPosition) return;
    this.keptPosition = position;
    await mkdir(this.folder, { recursive: true });
    await replaceFile(join(this.folder, this.own), Buffer.from(JSON.stringify({ position })));
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
