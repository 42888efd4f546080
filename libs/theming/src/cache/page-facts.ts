import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';

/**
 * What lies beside a page file, from before the file is there until after it is gone: no page is ever in a web
 * server's sight of which nobody could tell what must remove it, wherever a process is killed.
 */
export interface PageFileFacts {
  readonly siteId: number;
  readonly path: string;
  readonly contentType: string;
  readonly language: string;
  readonly tags: readonly string[];
  readonly ttlSeconds: number;
  readonly readAt: number;
  readonly etag: string;
  readonly themeDigest: string;
}

/** Null when there are none, or half of them. */
export async function readFacts(file: string): Promise<PageFileFacts | null> {
  const text = await readFile(file, 'utf8').catch(() => '');
  try {
    return JSON.parse(text) as PageFileFacts;
  } catch {
    return null;
  }
}

export const expiresAt = ({ readAt, ttlSeconds }: PageFileFacts): number => readAt + ttlSeconds * 1000;

/**
 * What web servers make `Last-Modified` and their ETag of. Within the hour before the page was read, by its
 * content: two texts of one length that follow each other within a second must not look the same to a browser.
 */
export function modifiedSecond({ readAt, etag }: PageFileFacts): number {
  const shift = Buffer.from(etag, 'base64url').readUInt16BE(0) % 3600;
  return Math.floor(readAt / 1000) - shift;
}

export const etagOf = (body: Buffer): string =>
  createHash('sha256').update(body).digest('base64url').slice(0, 22);
