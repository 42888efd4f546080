import type { SiteCtx } from '@zhanqun/kernel';
import type { Chrome } from '../chrome';
import { PurgeHistory, readPurgeTag } from '../cache/purge-history';

/** Where the frame around a site's pages comes from. Implemented by `content`, which knows the channels. */
export abstract class ChromeSource {
  abstract chrome(ctx: SiteCtx): Promise<Chrome>;
}

interface KeptChrome {
  readonly chrome: Chrome;
  isCurrent: boolean;
}

/**
 * So many times a frame is read anew because it was purged meanwhile. Who joins a reading under way knows of
 * fewer purges than it must have seen, so giving up early would put an old frame around a page that is kept.
 */
const LOAD_ATTEMPTS = 25;

export const chromeTag = (siteId: number): string => `site:${siteId}:chrome`;
export const siteTag = (siteId: number): string => `site:${siteId}`;
export const homeTag = (siteId: number): string => `site:${siteId}:home`;
export const themeTag = (name: string): string => `theme:${name}`;

/** The frames of all sites, made once and kept until their tag is purged. */
export class Chromes {
  private readonly kept = new Map<number, KeptChrome>();
  private readonly loading = new Map<number, Promise<Chrome>>();
  private readonly history = new PurgeHistory(10_000);

  constructor(private readonly source: () => ChromeSource) {}

  async get(ctx: SiteCtx): Promise<Chrome> {
    const kept = this.kept.get(ctx.site.id);
    if (kept?.isCurrent) return kept.chrome;
    const under = this.loading.get(ctx.site.id);
    if (under) return under;
    const loading = this.load(ctx).finally(() => this.loading.delete(ctx.site.id));
    this.loading.set(ctx.site.id, loading);
    return loading;
  }

  /** The last frame known, current or not: for error pages while the database is away. */
  lastKnown(siteId: number): Chrome | null {
    return this.kept.get(siteId)?.chrome ?? null;
  }

  purge(tags: readonly string[], now: number): void {
    const plain = tags.map((tag) => readPurgeTag(tag).tag);
    this.history.record(plain, now);
    for (const tag of plain) {
      if (tag === 'directory') for (const kept of this.kept.values()) kept.isCurrent = false;
      const siteId = /^site:(\d+)(?::chrome)?$/.exec(tag)?.[1];
      const kept = siteId === undefined ? undefined : this.kept.get(Number(siteId));
      if (kept) kept.isCurrent = false;
    }
  }

  purgeEverything(now: number): void {
    this.history.recordEverything(now);
    for (const kept of this.kept.values()) kept.isCurrent = false;
  }

  private async load(ctx: SiteCtx): Promise<Chrome> {
    const tags = [chromeTag(ctx.site.id), siteTag(ctx.site.id), 'directory'];
    for (let attempt = 1; ; attempt += 1) {
      const mark = this.history.mark;
      const chrome = await this.source().chrome(ctx);
      const isCurrent = !this.history.isPurgedSince(tags, mark);
      if (isCurrent || attempt === LOAD_ATTEMPTS) {
        this.kept.set(ctx.site.id, { chrome, isCurrent });
        return chrome;
      }
    }
  }
}
