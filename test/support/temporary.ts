import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface TemporaryDirectory {
  readonly path: string;
  /** Tries again for a second, should a process that is ending still write there. */
  remove(): Promise<void>;
}

/** A directory of its own. */
export function temporaryDirectory(): TemporaryDirectory {
  const path = mkdtempSync(join(tmpdir(), 'zhanqun-'));
  return { path, remove: () => rm(path, { recursive: true, force: true, maxRetries: 6, retryDelay: 50 }) };
}
