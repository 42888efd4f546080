import { Readable } from 'node:stream';
import { Logger } from '@nestjs/common';
import { DomainError, publicCtx, type Clock, type SiteCtx, type SiteRef } from '@zhanqun/kernel';
import type { SiteDirectory } from '@zhanqun/platform';
import { CachedPage, type PageContent } from '../cache/cached-page';
import type { PageCache } from '../cache/page-cache';
import type { PageStore } from '../cache/page-store';
import { askedNothing, notFound, type PageResult, type RawAnswer, type View } from '../page/page';
import type { PageRegistry } from '../page/page-registry';
import type { ThemeLibrary } from '../theme/theme-library';
import type { Answer } from './answer';
import { chromeTag, siteTag, themeTag, type Chromes } from './chromes';
import { isStoreAway } from './database-away';
import { MissingPaths } from './missing-paths';
import type { PageRenderer } from './page-renderer';
import { redirectAnswer } from './plain-page';

/** What opening a page came to; shared by everybody who waited for it. */
export type Outcome =
  | { readonly kind: 'page'; readonly page: CachedPage; readonly isStale: boolean }
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'raw'; readonly raw: RawAnswer; isTaken: boolean }
  | { readonly kind: 'missing' }
  | { readonly kind: 'failed' };

export interface PageDeskParts {
  readonly directory: () => SiteDirectory;
  readonly registry: () => PageRegistry;
  readonly chromes: Chromes;
  readonly renderer: PageRenderer;
  readonly themes: ThemeLibrary;
  readonly cache: PageCache;
  readonly clock: Clock;
}

/** Page files, once somebody keeps them in step with the purge log. */
export interface OpenFiles {
  readonly store: PageStore;
  /** Whether the purge log was read since the start; until then page files may be outdated. */
  isCaughtUp(): boolean;
}

const RENDER_ATTEMPTS = 4;
const LOAD_TIMEOUT_MS = 10_000;
/** After a failed renewal the outdated page is shown without trying again for this long. */
const RETRY_MS = 2_000;

/**
 * Where pages are made when the cache has none: one rendering for all who wait, never from data that was
 * purged meanwhile, with an outdated page standing in while the database is away.
 */
export class PageDesk {
  private readonly flights = new Map<string, Promise<Outcome>>();
  private readonly missing = new MissingPaths();
  private readonly keeping = new Set<Promise<void>>();
  private readonly logger = new Logger('PublicSite');
  private files: OpenFiles | null = null;

  constructor(private readonly parts: PageDeskParts) {}

  /** From here on pages are kept as files too; without it they are kept in memory only. */
  keepFiles(files: OpenFiles): void {
    this.files = files;
  }

  /** Resolves when what goes on behind the answers given so far is done: compressing, writing, unlinking. */
  async settled(): Promise<void> {
    await Promise.all(this.keeping);
    await this.files?.store.settled();
  }

  /** Five hundred visitors, one rendering: who comes while a page is being made waits for that one. */
  async open(site: SiteRef, path: string, decoded: string): Promise<Outcome> {
    if (this.missing.has(site.id, path, this.parts.clock.now().getTime())) return { kind: 'missing' };
    const key = `${site.id}\0${path}`;
    let flight = this.flights.get(key);
    if (!flight) {
      flight = this.renew(site, path, decoded).finally(() => this.flights.delete(key));
      this.flights.set(key, flight);
    }
    const outcome = await flight;
    if (outcome.kind !== 'raw' || !(outcome.raw.body instanceof Readable)) return outcome;
    // A stream can be read once: who shared the loading of another one's file loads its own.
    if (outcome.isTaken) return this.renew(site, path, decoded);
    outcome.isTaken = true;
    return outcome;
  }

  /** Takes pages out of service: in memory before this returns, on disk when the promise resolves. */
  purge(tags: readonly string[]): Promise<void> {
    const now = this.parts.clock.now().getTime();
    this.parts.chromes.purge(tags, now);
    this.missing.clear();
    this.parts.cache.purge(tags, now);
    return this.files?.store.purge(tags) ?? Promise.resolve();
  }

  /** The purge log no longer tells what is outdated, so everything is. */
  purgeEverything(): Promise<void> {
    const now = this.parts.clock.now().getTime();
    this.parts.chromes.purgeEverything(now);
    this.missing.clear();
    this.parts.cache.purgeEverything(now);
    return this.files?.store.purgeEverything() ?? Promise.resolve();
  }

  /** A page of the site that no cache holds, as it would be kept: for its 404. */
  async render(ctx: SiteCtx, path: string, view: View): Promise<PageContent> {
    const chrome = await this.parts.chromes.get(ctx);
    const { html, theme } = this.parts.renderer.render(ctx, view, chrome, path);
    const { id, lang } = ctx.site;
    return {
      siteId: id,
      path,
      status: view.status ?? 200,
      contentType: 'text/html; charset=utf-8',
      language: lang,
      body: Buffer.from(html),
      tags: [...new Set([...view.tags, siteTag(id), chromeTag(id), themeTag(theme.name)])],
      ttlSeconds: view.ttlSeconds,
      readAt: ctx.now.getTime(),
    };
  }

  private async renew(site: SiteRef, path: string, decoded: string): Promise<Outcome> {
    const { cache, clock } = this.parts;
    const files = this.files?.store;
    const kept = cache.peek(site.id, path);
    if (kept && kept.retryAt > clock.now().getTime()) {
      const stale = cache.fallback(site.id, path, clock.now().getTime(), true);
      if (stale) return { kind: 'page', page: stale, isStale: true };
    }
    if (!kept && files) {
      const found = await this.fromFile(site, path);
      if (found) return { kind: 'page', page: found, isStale: false };
    }
    try {
      return await this.make(site, path, decoded);
    } catch (error) {
      return this.standIn(site, path, error);
    }
  }

  private async fromFile(site: SiteRef, path: string): Promise<CachedPage | null> {
    const { cache, clock } = this.parts;
    const files = this.files?.store;
    const mark = cache.history.mark;
    const found = await files?.read(site, path);
    if (!found) return null;
    // Before the purge log has been read nobody knows whether the file is current: a stand-in at most.
    const content = this.isCaughtUp() ? found.content : { ...found.content, ttlSeconds: 0 };
    const page = cache.put(content, mark);
    if (!page) return null;
    page.useCompressed(found.gzip, found.brotli);
    await cache.compress(page);
    return page.state === 'live' && page.expiresAt > clock.now().getTime() ? page : null;
  }

  private isCaughtUp(): boolean {
    return this.files?.isCaughtUp() ?? true;
  }

  private async make(site: SiteRef, path: string, decoded: string): Promise<Outcome> {
    const { cache, clock } = this.parts;
    const files = this.files?.store;
    for (let attempt = 1; ; attempt += 1) {
      const isLast = attempt === RENDER_ATTEMPTS;
      const mark = cache.history.mark;
      const now = clock.now();
      const ctx = publicCtx(site, now);
      const result = await inTime(this.load(ctx, decoded));
      if (result.kind === 'notFound') {
        if (cache.history.mark !== mark && !isLast) continue;
        cache.forget(site.id, path);
        files?.remove(site, path);
        if (cache.history.mark === mark) this.missing.add(site.id, path, now.getTime());
        return { kind: 'missing' };
      }
      if (result.kind === 'redirect') {
        cache.forget(site.id, path);
        files?.remove(site, path);
        const answer = this.redirectTo(site, result.location, result.isPermanent);
        return answer ? { kind: 'answer', answer } : { kind: 'missing' };
      }
      if (result.kind === 'view' && result.canonicalPath && result.canonicalPath !== path) {
        const location = this.parts.directory().sitePath(site, result.canonicalPath);
        return { kind: 'answer', answer: redirectAnswer(encodeURI(decodeSafely(location)), true) };
      }

      const content =
        result.kind === 'raw' ? rawContent(site, path, result, now) : await this.render(ctx, path, result);
      if (!content) return { kind: 'raw', raw: result as RawAnswer, isTaken: false };
      if (result.kind === 'view' && result.isPartial)
        return { kind: 'page', page: new CachedPage(content), isStale: false };
      const page = cache.put(content, mark);
      if (page) {
        this.keep(site, page);
        return { kind: 'page', page, isStale: false };
      }
      if (isLast) return { kind: 'page', page: new CachedPage(content), isStale: false };
    }
  }

  private async load(ctx: SiteCtx, decoded: string): Promise<PageResult> {
    const match = this.parts.registry().match(decoded);
    if (!match) return notFound;
    return match.page.load(ctx, match.params, await this.parts.chromes.get(ctx), askedNothing);
  }

  /** Behind the answer: compressed bodies first, then the files that outlive this process. */
  private keep(site: SiteRef, page: CachedPage): void {
    const { cache, themes, chromes } = this.parts;
    const files = this.files?.store;
    const theme = chromes.lastKnown(site.id)?.theme.name;
    const kept = cache
      .compress(page)
      .then(() => files?.write(site, page, theme ? themes.get(theme).digest : ''))
      .catch((error: unknown) => this.logger.warn(`${site.key} ${page.content.path}: ${String(error)}`))
      .finally(() => this.keeping.delete(kept));
    this.keeping.add(kept);
  }

  /** 降级: an outdated page is better than none while the database is away. */
  private standIn(site: SiteRef, path: string, error: unknown): Outcome {
    const now = this.parts.clock.now().getTime();
    const isAway = isStoreAway(error);
    const message = `${site.key} ${path}: ${error instanceof Error ? error.message : String(error)}`;
    if (isAway) this.logger.warn(message);
    else this.logger.error(message, error instanceof Error ? error.stack : undefined);
    const page = this.parts.cache.fallback(site.id, path, now, isAway);
    if (!page) return { kind: 'failed' };
    page.retryAt = now + RETRY_MS;
    return { kind: 'page', page, isStale: true };
  }

  /** A path of this site, or an address written out; anything else leads nowhere. */
  private redirectTo(site: SiteRef, location: string, isPermanent: boolean): Answer | null {
    if (location.startsWith('/')) {
      const path = this.parts.directory().sitePath(site, location);
      return redirectAnswer(encodeURI(decodeSafely(path)), isPermanent);
    }
    if (!/^https?:\/\//i.test(location) || !URL.canParse(location)) return null;
    return redirectAnswer(new URL(location).href, isPermanent);
  }
}

/** A raw answer that may be kept: whole in memory, with tags that can remove it again. */
function rawContent(site: SiteRef, path: string, raw: RawAnswer, now: Date): PageContent | null {
  if (!Buffer.isBuffer(raw.body) || raw.tags.length === 0 || raw.ttlSeconds <= 0 || raw.headers) return null;
  return {
    siteId: site.id,
    path,
    status: 200,
    contentType: raw.contentType,
    language: site.lang,
    body: raw.body,
    tags: [...new Set([...raw.tags, siteTag(site.id)])],
    ttlSeconds: raw.ttlSeconds,
    readAt: now.getTime(),
  };
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new DomainError('theming.page.tooSlow', 'unavailable', '页面数据读取超时')),
      LOAD_TIMEOUT_MS,
    ).unref();
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

function decodeSafely(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
