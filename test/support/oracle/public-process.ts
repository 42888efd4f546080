import { createHash } from 'node:crypto';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { SITES } from '../county';
import type { RunningApp } from '../processes';
import { visit } from '../visitor';
import type { Dice } from './dice';
import type { Shown } from './fresh-pages';
import { keyOf, type Place } from './places';

const ENCODINGS = ['identity', 'gzip', 'br', 'gzip, deflate, br'] as const;

const decoded = (bytes: Buffer, encoding: string | undefined): Buffer =>
  encoding === 'br' ? brotliDecompressSync(bytes) : encoding === 'gzip' ? gunzipSync(bytes) : bytes;

/** A process that citizens read from, as a browser sees it. */
export class PublicProcess {
  /** What each ETag stood for: bytes that differ must not share one. */
  private readonly tagged = new Map<string, string>();
  private visitors = 0;

  constructor(
    readonly name: string,
    readonly app: RunningApp,
    private readonly dice: Dice,
  ) {}

  async at(place: Place): Promise<Shown> {
    const { host, prefix } = SITES[place.site];
    this.visitors += 1;
    const { status, headers, bytes } = await visit(this.app.publicPort, host, prefix + place.path, {
      headers: {
        'accept-encoding': this.dice.pick(ENCODINGS),
        // Each from an address of its own, so that nobody asks too often.
        'x-forwarded-for': `10.${(this.visitors >> 16) & 255}.${(this.visitors >> 8) & 255}.${this.visitors & 255}`,
      },
    });
    if (headers.etag) this.noteTag(place, headers.etag, bytes);
    return {
      status,
      type: headers['content-type'] ?? '',
      location: headers.location ?? '',
      body: decoded(bytes, headers['content-encoding']),
    };
  }

  private noteTag(place: Place, etag: string, bytes: Buffer): void {
    const key = `${keyOf(place)} ${etag}`;
    const digest = createHash('sha256').update(bytes).digest('base64');
    const known = this.tagged.get(key);
    if (known !== undefined && known !== digest)
      throw new Error(`one ETag for two bodies: ${key} at ${this.name}`);
    this.tagged.set(key, digest);
  }
}
