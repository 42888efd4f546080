import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Answer } from '../site/answer';
import type { Encoding } from '../site/accept-encoding';
import { securityHeaders } from '../site/security-headers';

export interface PageContent {
  readonly siteId: number;
  readonly path: string;
  readonly status: number;
  readonly contentType: string;
  readonly language: string;
  readonly body: Buffer;
  readonly tags: readonly string[];
  readonly ttlSeconds: number;
  /** When its data was read: everything purged later concerns it. */
  readonly readAt: number;
  readonly etag?: string;
}

interface Form {
  readonly body: Buffer;
  readonly etag: string;
  readonly encoding: Encoding;
  /** Rebuilt when the second changes, because of `Age`. */
  answer: Answer;
  second: number;
}

const compress = {
  gzip: promisify(gzip),
  brotli: promisify(brotliCompress) as (body: Buffer, options: object) => Promise<Buffer>,
};
const MIN_COMPRESSED = 512;
const OVERHEAD = 1024;
/** A whole page in one piece: fewer calls between the threads. */
const CHUNK_BYTES = 64 * 1024;
/** Repetitions in a page are found within 64 KB; the usual 4 MB cost more to allocate than to search. */
const BROTLI_WINDOW_BITS = 16;

/** Visitors may keep a page but must ask each time: nobody sees a purged page out of a browser's cache. */
const CACHE_CONTROL = 'public, max-age=0, must-revalidate';

/** One page, ready to be sent: bodies, ETags and header objects are made once. */
export class CachedPage {
  /** `live` answers; `purged` only stands in while the database is away; `dropped` is out of the cache. */
  state: 'live' | 'purged' | 'dropped' = 'live';
  /** Bytes the cache has counted for it. */
  charged = 0;
  /** Second chance of the eviction. */
  isUsed = false;
  /** Until then a failed attempt to renew is not repeated. */
  retryAt = 0;
  /** When it stopped being current; the stale period counts from here. */
  outdatedAt: number;
  readonly expiresAt: number;
  readonly etag: string;
  private readonly lastModified: string;
  private readonly modifiedSecond: number;
  private identity: Form;
  private gzip: Form | null = null;
  private brotli: Form | null = null;

  constructor(readonly content: PageContent) {
    this.expiresAt = content.readAt + content.ttlSeconds * 1000;
    this.outdatedAt = this.expiresAt;
    this.etag = content.etag ?? createHash('sha256').update(content.body).digest('base64url').slice(0, 22);
    this.modifiedSecond = Math.floor(content.readAt / 1000);
    this.lastModified = new Date(this.modifiedSecond * 1000).toUTCString();
    this.identity = this.form(content.body, 'identity', `"${this.etag}"`);
  }

  get bytes(): number {
    return (
      OVERHEAD + this.content.body.length + (this.gzip?.body.length ?? 0) + (this.brotli?.body.length ?? 0)
    );
  }

  get compressed(): { gzip: Buffer | null; brotli: Buffer | null } {
    return { gzip: this.gzip?.body ?? null, brotli: this.brotli?.body ?? null };
  }

  /** Makes the compressed bodies behind the first answer, off the main thread. */
  async compress(): Promise<void> {
    const { body, contentType } = this.content;
    if (this.gzip || body.length < MIN_COMPRESSED || !/^text\/|json|xml|svg/.test(contentType)) return;
    const [zipped, small] = await Promise.all([
      compress.gzip(body, { level: 6, chunkSize: CHUNK_BYTES }),
      compress.brotli(body, {
        chunkSize: CHUNK_BYTES,
        params: {
          [constants.BROTLI_PARAM_LGWIN]: BROTLI_WINDOW_BITS,
          [constants.BROTLI_PARAM_QUALITY]: 5,
          [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
          [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
        },
      }),
    ]);
    this.useCompressed(zipped, small);
  }

  useCompressed(zipped: Buffer | null, small: Buffer | null): void {
    if (zipped) this.gzip = this.form(zipped, 'gzip', `"${this.etag}-gz"`);
    if (small) this.brotli = this.form(small, 'br', `"${this.etag}-br"`);
  }

  /** The hit path: two comparisons and a field, no allocation within one second. */
  answer(encoding: Encoding, now: number): Answer {
    const form = this.formFor(encoding);
    const second = Math.floor(now / 1000);
    if (form.second !== second) {
      form.second = second;
      form.answer = this.answerOf(form, now, 'hit');
    }
    return form.answer;
  }

  staleAnswer(encoding: Encoding, now: number): Answer {
    return this.answerOf(this.formFor(encoding), now, 'stale');
  }

  missAnswer(encoding: Encoding, now: number): Answer {
    return this.answerOf(this.formFor(encoding), now, 'miss');
  }

  /** If-None-Match wins over If-Modified-Since (RFC 9110 §13.2.2). */
  isUnchangedFor(ifNoneMatch: string | undefined, ifModifiedSince: string | undefined): boolean {
    if (this.content.status !== 200) return false;
    if (ifNoneMatch !== undefined) {
      if (ifNoneMatch === '*') return true;
      return ifNoneMatch.split(',').some((tag) => {
        const plain = tag.trim().replace(/^W\//, '');
        return plain === this.identity.etag || plain === this.gzip?.etag || plain === this.brotli?.etag;
      });
    }
    if (ifModifiedSince === undefined) return false;
    const since = Date.parse(ifModifiedSince);
    return !Number.isNaN(since) && this.modifiedSecond * 1000 <= since;
  }

  notModified(answer: Answer): Answer {
    const {
      'Content-Length': _length,
      'Content-Encoding': _encoding,
      'Content-Type': _type,
      ...headers
    } = answer.headers as Record<string, string>;
    return { status: 304, headers, body: null };
  }

  private formFor(encoding: Encoding): Form {
    return (encoding === 'br' ? this.brotli : encoding === 'gzip' ? this.gzip : null) ?? this.identity;
  }

  private form(body: Buffer, encoding: Encoding, etag: string): Form {
    const form = { body, encoding, etag, second: -1 } as Form;
    return form;
  }

  private answerOf(form: Form, now: number, from: 'hit' | 'miss' | 'stale'): Answer {
    const headers: Record<string, string> = {
      'Content-Type': this.content.contentType,
      'Content-Length': String(form.body.length),
      'Cache-Control': CACHE_CONTROL,
      ETag: form.etag,
      'Last-Modified': this.lastModified,
      Vary: 'Accept-Encoding',
      Age: String(Math.max(0, Math.floor((now - this.content.readAt) / 1000))),
      'X-Cache': from,
      'Content-Language': this.content.language,
      ...securityHeaders,
    };
    if (form.encoding !== 'identity') headers['Content-Encoding'] = form.encoding;
    if (from === 'stale') headers.Warning = '110 - "Response is Stale"';
    return { status: this.content.status, headers, body: form.body };
  }
}
