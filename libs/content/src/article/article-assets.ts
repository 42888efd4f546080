import type { SiteCtx } from '@zhanqun/kernel';

/** A file of the site's library as an article uses it. */
export interface AssetFacts {
  readonly id: number;
  readonly kind: 'image' | 'video' | 'audio' | 'attachment';
  readonly name: string;
  /** Path below `/_files/`. */
  readonly path: string;
  /** `PDF`, `PNG` … */
  readonly format: string;
  readonly mime: string;
  readonly bytes: number;
  readonly alt: string;
}

/** The site's library, as far as articles need it. Implemented by the assets of this library. */
export abstract class ArticleAssets {
  /** The files of this site among the given ids; others are absent. No statement for an empty list. */
  abstract describe(ctx: SiteCtx, ids: readonly number[]): Promise<ReadonlyMap<number, AssetFacts>>;
}
