import { createHash } from 'node:crypto';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { ThemeFolder } from './theme';

const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  gif: 'image/gif',
  ico: 'image/x-icon',
  woff2: 'font/woff2',
  txt: 'text/plain; charset=utf-8',
};
const COMPRESSIBLE = new Set(['css', 'js', 'json', 'svg', 'txt', 'ico']);

export const isAssetFile = (file: string): boolean =>
  /^(?:[A-Za-z0-9_][A-Za-z0-9_.-]*\/)*[A-Za-z0-9_][A-Za-z0-9_.-]*$/.test(file) &&
  !file.includes('..') &&
  extensionOf(file) in TYPES;

const extensionOf = (file: string): string => file.slice(file.lastIndexOf('.') + 1).toLowerCase();

export interface ThemeAsset {
  readonly contentType: string;
  readonly body: Buffer;
  readonly gzip: Buffer | null;
  readonly brotli: Buffer | null;
}

/**
 * Assets of a theme with its parents', served from memory under `/_theme/<theme>/<hash>/<file>`.
 *
 * The hash covers all assets of the chain together and not each file, so that relative addresses
 * inside style sheets (`../img/banner.svg`) stay right under the same immutable address.
 */
export class ThemeAssets {
  readonly hash: string;
  private readonly files = new Map<string, Buffer>();
  private readonly prepared = new Map<string, ThemeAsset>();

  constructor(
    private readonly theme: string,
    chain: readonly ThemeFolder[],
  ) {
    for (const folder of chain.toReversed())
      for (const [file, body] of folder.assets) this.files.set(file, body);
    const hash = createHash('sha256');
    for (const [file, body] of [...this.files].sort(([a], [b]) => (a < b ? -1 : 1)))
      hash.update(`${file}\0${body.length}\0`).update(body);
    this.hash = hash.digest('hex').slice(0, 12);
  }

  has(file: string): boolean {
    return this.files.has(file);
  }

  /** Address of an asset. An unknown file gets an address too (it answers 404): a page does not fall over it. */
  url(file: string): string {
    return `/_theme/${this.theme}/${this.hash}/${file.replace(/^\/+/, '')}`;
  }

  get(file: string): ThemeAsset | null {
    const known = this.prepared.get(file);
    if (known) return known;
    const body = this.files.get(file);
    if (!body) return null;
    const extension = extensionOf(file);
    const isWorthIt = COMPRESSIBLE.has(extension) && body.length > 200;
    const asset: ThemeAsset = {
      contentType: TYPES[extension] ?? 'application/octet-stream',
      body,
      gzip: isWorthIt ? gzipSync(body, { level: 9 }) : null,
      brotli: isWorthIt
        ? brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })
        : null,
    };
    this.prepared.set(file, asset);
    return asset;
  }
}
