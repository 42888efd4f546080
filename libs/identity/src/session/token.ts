import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits, as they travel in a cookie or a link. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of a token: enough to recognise it, useless to a thief of the table. */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
