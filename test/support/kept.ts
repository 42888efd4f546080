import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { until } from './until';

const root = resolve(__dirname, '../..');

/** What is made once and copied by many specs. */
export const KEPT = join(root, 'node_modules/.cache/zhanqun');

/** Names, sizes and times of files, as one short word: any edit makes another. */
export function stateOf(parts: readonly string[]): string {
  const hash = createHash('sha256');
  const walk = (path: string): void => {
    const stats = statSync(path);
    if (!stats.isDirectory()) return void hash.update(`${path}:${stats.size}:${stats.mtimeMs}\n`);
    for (const name of readdirSync(path).sort()) walk(join(path, name));
  };
  for (const part of parts) walk(join(root, part));
  return hash.digest('hex').slice(0, 16);
}

/** Makes what is not there yet: of several workers one makes it and the others wait for that one. */
export async function madeOnce(
  name: string,
  isThere: () => boolean | Promise<boolean>,
  make: () => Promise<void>,
): Promise<void> {
  mkdirSync(KEPT, { recursive: true });
  const lock = join(KEPT, `${name}.lock`);
  while (!(await isThere())) {
    if (!claim(lock)) {
      await until(() => !isHeld(lock), { within: 300_000, every: 50, what: `${name} to be made` });
      continue;
    }
    try {
      if (!(await isThere())) await make();
    } finally {
      rmSync(lock, { force: true });
    }
  }
}

/** Removes what was kept under names with this beginning and has not been made in the last hour. */
export function removeOld(beginning: string): void {
  const hour = 3_600_000;
  for (const name of readdirSync(KEPT)) {
    const path = join(KEPT, name);
    if (!name.startsWith(beginning)) continue;
    // Another step may remove it at the same moment, or give a draft its name.
    const madeAt = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Infinity;
    if (madeAt < Date.now() - hour) rmSync(path, { recursive: true, force: true, maxRetries: 3 });
  }
}

function claim(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    // Left behind by a process that was killed.
    if (!isHeld(lock)) rmSync(lock, { force: true });
    return false;
  }
}

function isHeld(lock: string): boolean {
  try {
    process.kill(Number(readFileSync(lock, 'utf8')), 0);
    return true;
  } catch {
    return false;
  }
}
