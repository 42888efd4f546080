import type { Readable } from 'node:stream';

export interface StoredFile {
  readonly name: string;
  readonly size: number;
  /** Hex. */
  readonly sha256: string;
}

/** Bytes `start`–`end`, both included, as in an HTTP range. */
export interface ByteRange {
  readonly start: number;
  readonly end?: number;
}

export interface FileReading {
  readonly stream: Readable;
  /** Of the whole file. */
  readonly size: number;
  readonly start: number;
  readonly end: number;
  readonly modifiedAt: Date;
}

export interface PutOptions {
  readonly maxBytes?: number;
}

/** 文件存储：uploads of the sites. Every path carries the site; one site's names mean nothing at another. */
export abstract class FileStore {
  /** Stores all or nothing: a reader sees the old file or the whole new one, also after a power cut. */
  abstract put(
    siteId: number,
    name: string,
    content: Uint8Array | Readable,
    options?: PutOptions,
  ): Promise<StoredFile>;
  /**
   * Stores a file that lies on the same disk without copying it: both names show the same bytes until the
   * caller removes its own. All or nothing, as `put`.
   */
  abstract adopt(siteId: number, name: string, path: string): Promise<void>;
  abstract read(siteId: number, name: string, range?: ByteRange): Promise<FileReading>;
  /** Whether there was something to remove. */
  abstract remove(siteId: number, name: string): Promise<boolean>;
  abstract exists(siteId: number, name: string): Promise<boolean>;
  /** In bytes; null when there is no such file. */
  abstract size(siteId: number, name: string): Promise<number | null>;
  abstract sha256(siteId: number, name: string): Promise<string>;
}
