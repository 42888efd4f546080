import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface TemporaryDirectory {
  readonly path: string;
  remove(): void;
}

/** A directory of its own. Removing it tries again for a second, should a process that is ending still write there. */
export function temporaryDirectory(): TemporaryDirectory {
  const path = mkdtempSync(join(tmpdir(), 'zhanqun-'));
  return {
    path,
    remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 6, retryDelay: 50 }),
  };
}
