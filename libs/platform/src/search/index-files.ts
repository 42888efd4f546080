import { randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { RebuildProgress } from './search-index';

const CURRENT = 'current';
const PROGRESS = 'progress.json';
const FILE = /^index-[a-z0-9-]+\.sqlite$/;
/** An abandoned file of a rebuild that was killed. */
const ABANDONED_MS = 24 * 3600_000;

/**
 * Files of the index: `current` names the one in use. A rebuild writes another one and puts its name there
 * by a rename, so every reader has the old or the new one, never half of either.
 */
export class IndexFiles {
  constructor(readonly folder: string) {}

  /** Name of the file in use; null when there is none. */
  current(): string | null {
    try {
      const name = readFileSync(join(this.folder, CURRENT), 'utf8').trim();
      return FILE.test(name) && existsSync(this.path(name)) ? name : null;
    } catch {
      return null;
    }
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  newName(now: Date): string {
    mkdirSync(this.folder, { recursive: true });
    return `index-${now.getTime().toString(36)}-${randomBytes(4).toString('hex')}.sqlite`;
  }

  use(name: string): void {
    this.write(CURRENT, name);
  }

  remove(name: string): void {
    for (const ending of ['', '-wal', '-shm']) rmSync(`${this.path(name)}${ending}`, { force: true });
  }

  /** Removes files that are not in use: readers that have one open go on reading it. */
  clear(now: Date, isAbandonedOnly: boolean): void {
    const current = this.current();
    for (const name of this.names()) {
      if (name === current) continue;
      const age = now.getTime() - statSync(this.path(name)).mtimeMs;
      if (!isAbandonedOnly || age > ABANDONED_MS) this.remove(name);
    }
  }

  bytes(): number {
    const current = this.current();
    if (current === null) return 0;
    return ['', '-wal'].reduce((sum, ending) => {
      const path = `${this.path(current)}${ending}`;
      return sum + (existsSync(path) ? statSync(path).size : 0);
    }, 0);
  }

  progress(): RebuildProgress | null {
    try {
      const kept = JSON.parse(readFileSync(join(this.folder, PROGRESS), 'utf8')) as Record<
        string,
        string & number
      >;
      return {
        done: Number(kept['done']),
        total: Number(kept['total']),
        startedAt: new Date(kept['startedAt'] as string),
        seenAt: new Date(kept['seenAt'] as string),
        isFinished: Boolean(kept['isFinished']),
      };
    } catch {
      return null;
    }
  }

  tellProgress(progress: RebuildProgress): void {
    this.write(PROGRESS, JSON.stringify(progress));
  }

  private names(): string[] {
    return existsSync(this.folder) ? readdirSync(this.folder).filter((name) => FILE.test(name)) : [];
  }

  private write(name: string, text: string): void {
    mkdirSync(this.folder, { recursive: true });
    const written = join(this.folder, `${name}.${randomBytes(4).toString('hex')}`);
    writeFileSync(written, text);
    renameSync(written, join(this.folder, name));
  }
}
