import { createHash } from 'node:crypto';
import { fold } from '../engine/fold';

/** One word, one digest, however its letters are written. */
export function wordHash(word: string): string {
  return createHash('sha256').update(fold(word)).digest('hex').slice(0, 32);
}
