import { Readable } from 'node:stream';
import { Logger } from '@nestjs/common';
import { Clock, DomainError, publicCtx, type SiteCtx, type SiteRef } from '@zhanqun/kernel';
import type { SiteDirectory } from '@zhanqun/platform';
import { CachedPage, type PageContent } from '../cache/cached-page';
import type { PageCache } from '../cache/page-cache';
import type { PageStore } from '../cache/page-store';
import { notFound, view, type PageResult, type RawAnswer, type View } from '../page/page';
import { siteTags } from '../tags/page-tags';
import { readPath } from '../page/page-path';
import type { PageRegistry } from '../page/page-registry';
import type { ThemeLibrary } from '../theme/theme-library';
import { acceptedEncoding } from './accept-encoding';
import type { Answer, RequestFacts } from './answer';
import { chromeTag, siteTag, themeTag, type Chromes } from './chromes';
import { isStoreAway } from './database-away';
import { MissingPaths } from './missing-paths';
import type { PageRenderer } from './page-renderer';
import { htmlAnswer, plainPage, redirectAnswer, strongTag } from './plain-page';
import { themeAssetAnswer } from './theme-asset-answer';
import { securityHeaders } from './security-headers';
import { addressTooLong, badAddress, methodRefused, StatusPages } from './status-pages';

/** What opening a page came to; shared by everybody who waited for it. */
type Outcome =
  | { readonly kind: 'page'; readonly page: CachedPage; readonly isStale: boolean }
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'raw'; readonly raw: RawAnswer; isTaken: boolean }
  | { readonly kind: 'missing' }
  | { readonly kind: 'failed' };

export interface PublicSiteParts {
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
 * The citizens' side of the platform: a request's facts in, an answer out. Knows hosts, sites and the
 * cache; knows nothing of sessions, cookies and query strings, so no answer can depend on them.
 */
export class PublicSite {
  private readonly flights = new Map<string, Promise<Outcome>>();
  private readonly missing = new MissingPaths();
  private readonly logger = new Logger(PublicSite.name);
  private files: OpenFiles | null = null;
  private readonly keeping = new Set<Promise<void>>();

  private readonly status: StatusPages;

  constructor(private readonly parts: PublicSiteParts) {
    this.status = new StatusPages(parts.themes);
  }

  /** From here on pages are kept as files too; without it they are kept in memory only. */
  keepFiles(files: OpenFiles): void {
    this.files = files;
  }

  /** Resolves when what goes on behind the answers given so far is done: compressing, writing, unlinking. */
  async settled(): Promise<void> {
    await Promise.all(this.keeping);
    await this.files?.store.settled();
  }

  /** Answers at once (no promise) when the page is in the cache. Never throws, never rejects. */
  handle(request: RequestFacts): Answer | Promise<Answer> {
    try {
      return this.answerNow(request);
    } catch (error) {
      this.logger.error(`${request.host} ${request.url}: ${String(error)}`);
      return plainPage(500, '页面出错', ['系统处理本次访问时出错，请稍后再试。']);
    }
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

  private answerNow(request: RequestFacts): Answer | Promise<Answer> {
    const { method } = request;
    if (method !== 'GET' && method !== 'HEAD') return methodRefused();
    const query = request.url.indexOf('?');
    const path = query === -1 ? request.url : request.url.slice(0, query);
    const match = this.parts.directory().match(request.host, path);
    if (match.kind === 'unknown') return withoutBody(method, this.status.unknownHost());
    if (match.kind === 'redirect') return redirectAnswer(match.location, true);

    const now = this.parts.clock.now().getTime();
    const { site } = match;
    if (site.status === 'online' || site.status === 'closing') {
      const page = this.parts.cache.get(site.id, match.path, now);
      if (page) return this.answerHit(request, page, now);
    }
    return this.answerMiss(request, site, match.path, path, now);
  }

  private answerHit(request: RequestFacts, page: CachedPage, now: number): Answer {
    const { headers, method } = request;
    const answer = page.answer(acceptedEncoding(headers['accept-encoding'] as string | undefined), now);
    if (headers['if-none-match'] !== undefined || headers['if-modified-since'] !== undefined) {
      if (unchanged(request, page)) return page.notModified(answer);
    }
    return method === 'HEAD' ? { ...answer, body: null } : answer;
  }

  private async answerMiss(
    request: RequestFacts,
    site: SiteRef,
    path: string,
    hostPath: string,
    now: number,
  ): Promise<Answer> {
    try {
      const answer = await this.open(request, site, path, hostPath, now);
      return withoutBody(request.method, answer);
    } catch (error) {
      this.logger.error(
        `${site.key} ${path}: ${String(error)}`,
        error instanceof Error ? error.stack : undefined,
      );
      return withoutBody(request.method, this.unavailable(site));
    }
  }

  private async open(
    request: RequestFacts,
    site: SiteRef,
    path: string,
    hostPath: string,
    now: number,
  ): Promise<Answer> {
    const encoding = acceptedEncoding(request.headers['accept-encoding'] as string | undefined);
    if (hostPath.startsWith('/_theme/'))
      return themeAssetAnswer(this.parts.themes, hostPath, request.headers) ?? this.notFoundPage(site);
    const closed = this.status.insteadOf(site);
    if (closed) return closed;

    const reading = readPath(path);
    if (reading.kind === 'tooLong') return addressTooLong();
    if (reading.kind === 'malformed') return badAddress();
    if (reading.kind === 'elsewhere')
      return redirectAnswer(this.parts.directory().sitePath(site, reading.path), true);
    if (this.missing.has(site.id, path, now)) return this.notFoundPage(site);

    const outcome = await this.once(`${site.id}\0${path}`, () => this.renew(site, path, reading.decoded));
    switch (outcome.kind) {
      case 'page': {
        const moment = this.parts.clock.now().getTime();
        const answer = outcome.isStale
          ? outcome.page.staleAnswer(encoding, moment)
          : outcome.page.missAnswer(encoding, moment);
        return unchanged(request, outcome.page) ? outcome.page.notModified(answer) : answer;
      }
      case 'answer':
        return outcome.answer;
      case 'raw': {
        // A stream can be read once: who shared the loading of another one's file loads its own.
        const isShared = outcome.isTaken && outcome.raw.body instanceof Readable;
        outcome.isTaken = true;
        const own = isShared ? await this.renew(site, path, reading.decoded) : outcome;
        return own.kind === 'raw' ? this.rawAnswer(own.raw, request) : this.unavailable(site);
      }
      case 'missing':
        return this.notFoundPage(site);
      case 'failed':
        return this.unavailable(site);
    }
  }

  /** Five hundred visitors, one rendering: who comes while a page is being made waits for that one. */
  private once(key: string, make: () => Promise<Outcome>): Promise<Outcome> {
    const under = this.flights.get(key);
    if (under) return under;
    const flight = make().finally(() => this.flights.delete(key));
    this.flights.set(key, flight);
    return flight;
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
    page?.useCompressed(found.gzip, found.brotli);
    return page && page.expiresAt > clock.now().getTime() ? page : null;
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
        result.kind === 'raw' ? rawContent(site, path, result, now) : await this.content(ctx, path, result);
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
    return match.page.load(ctx, match.params, await this.parts.chromes.get(ctx));
  }

  private async content(ctx: SiteCtx, path: string, view: View): Promise<PageContent> {
    const chrome = await this.parts.chromes.get(ctx);
    const { html, theme } = this.parts.renderer.render(ctx, view, chrome, path);
    const { id, lang } = ctx.site;
    return {
      siteId: id,
      path,
      status: 200,
      contentType: 'text/html; charset=utf-8',
      language: lang,
      body: Buffer.from(html),
      tags: [...new Set([...view.tags, siteTag(id), chromeTag(id), themeTag(theme.name)])],
      ttlSeconds: view.ttlSeconds,
      readAt: ctx.now.getTime(),
    };
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

  private rawAnswer(raw: RawAnswer, request: RequestFacts): Answer {
    const isStream = raw.body instanceof Readable;
    const headers: Record<string, string> = {
      'Content-Type': raw.contentType,
      'Cache-Control': 'public, max-age=0, must-revalidate',
      ...(isStream
        ? {}
        : { 'Content-Length': String((raw.body as Buffer).length), ETag: strongTag(raw.body as Buffer) }),
      ...securityHeaders,
      ...raw.headers,
    };
    const isKnown = headers.ETag !== undefined && request.headers['if-none-match'] === headers.ETag;
    if (isStream && (isKnown || request.method === 'HEAD')) (raw.body as Readable).destroy();
    if (!isKnown) return { status: 200, headers, body: raw.body };
    const { 'Content-Length': _length, 'Content-Type': _type, ...rest } = headers;
    return { status: 304, headers: rest, body: null };
  }

  /** 503 naming the site: nothing of it can be had just now. */
  private unavailable(site: SiteRef): Answer {
    return this.status.unavailable(site, this.parts.chromes.lastKnown(site.id)?.theme.name);
  }

  /** 404 in the site's own look. One body a site, whatever the path: a flood of wrong paths stores nothing. */
  private async notFoundPage(site: SiteRef): Promise<Answer> {
    const { cache, clock, chromes, themes } = this.parts;
    const template = 'pages/not-found.njk';
    // No path of a request has a NUL in it, so this entry is nobody's page.
    const path = `\0${template}`;
    const now = clock.now();
    const known = cache.get(site.id, path, now.getTime());
    if (known) return htmlAnswer(404, known.content.body);
    const ctx = publicCtx(site, now);
    const mark = cache.history.mark;
    const chrome = await chromes.get(ctx).catch(() => chromes.lastKnown(site.id));
    if (!chrome || !themes.get(chrome.theme.name).has(template))
      return plainPage(404, site.name, ['您访问的页面不存在或已删除。']);
    const page = { title: '页面不存在', tags: siteTags(chrome.site), breadcrumb: [] };
    const missing = view(template, {}, { tags: [], ttlSeconds: 3600, page });
    const content = await this.content(ctx, path, missing);
    cache.put({ ...content, status: 404 }, mark);
    return htmlAnswer(404, content.body);
  }
}

function unchanged(request: RequestFacts, page: CachedPage): boolean {
  return page.isUnchangedFor(
    request.headers['if-none-match'] as string | undefined,
    request.headers['if-modified-since'] as string | undefined,
  );
}

const withoutBody = (method: string, answer: Answer | Promise<Answer>): Answer | Promise<Answer> => {
  if (method !== 'HEAD') return answer;
  return answer instanceof Promise ? answer.then((it) => ({ ...it, body: null })) : { ...answer, body: null };
};

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
