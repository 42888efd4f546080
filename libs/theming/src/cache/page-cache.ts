import { CachedPage, type PageContent } from './cached-page';
import { PurgeHistory, readPurgeTag, type PurgeMark } from './purge-history';

export interface PageCacheLimits {
  readonly bytes: number;
  readonly pagesPerSite: number;
  /** How long an outdated page may stand in while the database is away. */
  readonly staleSeconds: number;
}

export interface CacheFigures {
  readonly pages: number;
  readonly bytes: number;
  readonly evicted: number;
  /** Since the process began: pages found as they are, not found, stored, and shown although outdated. */
  readonly hits: number;
  readonly misses: number;
  readonly stored: number;
  readonly stale: number;
}

/**
 * 页面缓存: pages in memory by site and path, bounded in bytes, removed by tag.
 *
 * Eviction gives each page a second chance (CLOCK), so a hit costs no reordering. A purged page stays
 * as a fallback for a stopped database until it is renewed, evicted, or purged with `gone:`.
 */
export class PageCache {
  readonly history = new PurgeHistory();
  private readonly sites = new Map<number, Map<string, CachedPage>>();
  private readonly tagged = new Map<string, Set<CachedPage>>();
  /** All pages, the next candidate of eviction first. */
  private readonly queue = new Set<CachedPage>();
  private size = 0;
  private evicted = 0;
  private hits = 0;
  private misses = 0;
  private stored = 0;
  private stale = 0;

  constructor(private readonly limits: PageCacheLimits) {}

  get figures(): CacheFigures {
    const { evicted, hits, misses, stored, stale } = this;
    return { pages: this.queue.size, bytes: this.size, evicted, hits, misses, stored, stale };
  }

  /** A page that may be shown as it is. */
  get(siteId: number, path: string, now: number): CachedPage | undefined {
    const page = this.sites.get(siteId)?.get(path);
    if (page === undefined || page.state !== 'live' || page.expiresAt <= now) {
      if (!isFileOrCall(path)) this.misses += 1;
      return undefined;
    }
    this.hits += 1;
    page.isUsed = true;
    return page;
  }

  /** An outdated page that may stand in when renewing it failed. Purged ones only for a stopped database. */
  fallback(siteId: number, path: string, now: number, isDatabaseAway: boolean): CachedPage | undefined {
    const page = this.sites.get(siteId)?.get(path);
    if (!page || page.state === 'dropped') return undefined;
    if (page.state === 'purged' && !isDatabaseAway) return undefined;
    if (now >= page.outdatedAt + this.limits.staleSeconds * 1000) return undefined;
    this.stale += 1;
    return page;
  }

  /** Any stored page of that path, whatever its state. */
  peek(siteId: number, path: string): CachedPage | undefined {
    return this.sites.get(siteId)?.get(path);
  }

  /**
   * Stores a page made from data read at `mark`. Refused (null) when something it shows was purged
   * meanwhile: an answer may be that old, a cache may not.
   */
  put(content: PageContent, mark: PurgeMark): CachedPage | null {
    if (this.history.isPurgedSince(content.tags, mark)) return null;
    const page = new CachedPage(content);
    this.stored += 1;
    this.forget(content.siteId, content.path);
    if (page.bytes > this.limits.bytes) return page;
    let pages = this.sites.get(content.siteId);
    if (!pages) this.sites.set(content.siteId, (pages = new Map()));
    pages.set(content.path, page);
    for (const tag of content.tags) {
      let same = this.tagged.get(tag);
      if (!same) this.tagged.set(tag, (same = new Set()));
      same.add(page);
    }
    this.queue.add(page);
    this.charge(page);
    if (pages.size > this.limits.pagesPerSite) this.evictFrom(pages.values());
    this.makeRoom(page);
    return page;
  }

  /** Compressed bodies arrived: the page weighs more now. */
  async compress(page: CachedPage): Promise<void> {
    await page.compress();
    if (!this.queue.has(page)) return;
    this.charge(page);
    this.makeRoom(page);
  }

  /** Removes a path that no longer holds a page. */
  forget(siteId: number, path: string): void {
    const page = this.sites.get(siteId)?.get(path);
    if (page) this.drop(page);
  }

  /** Takes every page with one of the tags out of service. */
  purge(tags: readonly string[], now: number): void {
    const read = tags.map(readPurgeTag);
    this.history.record(
      read.map(({ tag }) => tag),
      now,
    );
    for (const { tag, isGone } of read) {
      for (const page of this.tagged.get(tag) ?? []) {
        this.outdate(page, now);
        if (isGone) this.drop(page);
      }
    }
  }

  /** Outdates all pages; they stay as stand-ins for a stopped database. */
  purgeEverything(now: number): void {
    this.history.recordEverything(now);
    for (const page of this.queue) this.outdate(page, now);
  }

  private outdate(page: CachedPage, now: number): void {
    page.retryAt = 0;
    if (page.state !== 'live') return;
    page.state = 'purged';
    page.isUsed = false;
    page.outdatedAt = Math.min(page.outdatedAt, now);
  }

  private charge(page: CachedPage): void {
    this.size += page.bytes - page.charged;
    page.charged = page.bytes;
  }

  private makeRoom(newest: CachedPage): void {
    while (this.size > this.limits.bytes && this.queue.size > 1) {
      const [candidate] = this.queue;
      if (!candidate) return;
      if (candidate === newest || candidate.isUsed) {
        candidate.isUsed = false;
        this.queue.delete(candidate);
        this.queue.add(candidate);
        if (candidate === newest && this.queue.size === 1) return;
      } else {
        this.evicted += 1;
        this.drop(candidate);
      }
    }
  }

  private evictFrom(pages: Iterable<CachedPage>): void {
    let first: CachedPage | undefined;
    for (const page of pages) {
      first ??= page;
      if (!page.isUsed) {
        first = page;
        break;
      }
      page.isUsed = false;
    }
    if (!first) return;
    this.evicted += 1;
    this.drop(first);
  }

  private drop(page: CachedPage): void {
    if (!this.queue.delete(page)) return;
    page.state = 'dropped';
    this.size -= page.charged;
    const pages = this.sites.get(page.content.siteId);
    if (pages?.get(page.content.path) === page) pages.delete(page.content.path);
    if (pages?.size === 0) this.sites.delete(page.content.siteId);
    for (const tag of page.content.tags) {
      const same = this.tagged.get(tag);
      same?.delete(page);
      if (same?.size === 0) this.tagged.delete(tag);
    }
  }
}

/** `/_files/…`, `/_theme/…`, `/_visit/…` are no pages, so not having them is no miss. */
const isFileOrCall = (path: string): boolean => path.startsWith('/_');
