import type { SiteCtx } from '@zhanqun/kernel';

/** Where pages of a former site stand now. Asked only where no page answers; implemented by `content`. */
export abstract class MovedPages {
  /** Path below the site's prefix, or null. `address` is path and query as sent. */
  abstract find(ctx: SiteCtx, address: string): Promise<string | null>;
}
