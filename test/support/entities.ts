import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const LIBS = join(__dirname, '..', '..', 'libs');

/**
 * Imports every entity file of every library, so that a sweep covers an entity on the day it is
 * written, exported or not.
 */
export function importEveryEntity(): void {
  for (const file of readdirSync(LIBS, { recursive: true, encoding: 'utf8' })) {
    if (/\.entity\.(ts|js)$/.test(file)) require(join(LIBS, file));
  }
}
