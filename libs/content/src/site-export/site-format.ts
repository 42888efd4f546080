/** 整站导出文件, version 1. A higher number is refused by older platforms. */
export const SITE_FORMAT = 'zhanqun-site';
export const SITE_VERSION = 1;

export interface FormatMark {
  readonly format: typeof SITE_FORMAT;
  readonly version: number;
}

export interface PackedEntry {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** The last entry of the file: what it holds, and what each part of it must come to. */
export interface SiteManifest extends FormatMark {
  readonly exportedAt: string;
  readonly counts: {
    readonly channels: number;
    readonly articles: number;
    readonly revisions: number;
    readonly assets: number;
    readonly oldAddresses: number;
  };
  readonly entries: readonly PackedEntry[];
  /** Of the content alone, whatever site it stands at: equal content gives equal digests. */
  readonly contentDigest: string;
}

/** What the site is beyond its content; not part of the digest, because two installations name it differently. */
export interface PackedSite {
  readonly key: string;
  readonly name: string;
  readonly kind: string;
  readonly blueprint: string;
  readonly facts: Readonly<Record<string, unknown>>;
  /** Codes or names of its organisations. */
  readonly organisations: Readonly<Record<string, string | null>>;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly theme: { readonly themeName: string; readonly settings: Record<string, unknown> } | null;
}

export interface PackedOrganisation {
  readonly ref: string;
  readonly code: string | null;
  readonly name: string;
  readonly kind: string;
}

/** Columns of a row; references to other rows are those of the file. */
export type PackedRow = Readonly<Record<string, unknown>>;

export interface PackedArticle {
  /** Counted from 1 within the file. */
  readonly ref: number;
  readonly article: PackedRow;
  readonly revisions: readonly PackedRow[];
  readonly steps: readonly PackedRow[];
}

export interface PackedAsset {
  readonly row: PackedRow;
  /** Entry with its bytes. */
  readonly file: string;
}

export const ARTICLES_A_PART = 100;
export const partName = (folder: string, number: number): string =>
  `${folder}/${String(number).padStart(6, '0')}.ndjson`;
export const isContent = (path: string): boolean =>
  /^(?:channels\.json|layout\.json|search-entries\.json|old-addresses\.ndjson|theme\.json|articles\/.*|assets\/.*|files\/.*)$/.test(
    path,
  );
