import { Readable } from 'node:stream';
import type { CachedPage } from '../cache/cached-page';
import type { RawAnswer } from '../page/page';
import type { Answer } from './answer';

/** What opening a page came to; shared by everybody who waited for it. */
export type Outcome =
  | { readonly kind: 'page'; readonly page: CachedPage; readonly isStale: boolean }
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'raw'; readonly raw: RawAnswer; isTaken: boolean }
  | { readonly kind: 'missing' }
  | { readonly kind: 'failed' };

/**
 * Whether those who came together may share it. A stream can be read once, and what says `no-store` was
 * made for one visitor: who waited for another one's gets an own.
 */
export function isForAll({ body, headers }: RawAnswer): boolean {
  return !(body instanceof Readable) && !/no-store/i.test(headers?.['Cache-Control'] ?? '');
}
