import { Logger } from '@nestjs/common';
import { publicCtx, type SiteRef } from '@zhanqun/kernel';
import { TrustedProxies } from '@zhanqun/platform';
import type { CachedPage } from '../cache/cached-page';
import type { PurgeMark } from '../cache/purge-history';
import { nothingAsked, readQuery } from '../page/asked-query';
import { askedNothing, view, type AskingRule } from '../page/page';
import { readPath } from '../page/page-path';
import type { PageMatch } from '../page/page-registry';
import { siteTags } from '../tags/page-tags';
import { acceptedEncoding } from './accept-encoding';
import type { Answer, RequestFacts } from './answer';
import type { MovedPages } from './moved-pages';
import { PageDesk, type OpenFiles, type PageDeskParts } from './page-desk';
import { htmlAnswer, plainPage, redirectAnswer } from './plain-page';
import { rawAnswer } from './raw-answer';
import {
  addressTooLong,
  badAddress,
  badQuery,
  methodRefused,
  queryTooLong,
  StatusPages,
  tooManyRequests,
} from './status-pages';
import { themeAssetAnswer } from './theme-asset-answer';
import { VisitorLimits } from './visitor-limits';
import type { Wanted } from './wanted';

export interface PublicSiteParts extends PageDeskParts {
  /** Asked only where no page answers; null where nobody knows of former sites. */
  readonly moved?: () => MovedPages | null;
  /** Whose word counts about a visitor's address; nobody's when left out. */
  readonly proxies?: TrustedProxies;
}

/**
 * The citizens' side of the platform: a request's facts in, an answer out. Knows hosts, sites and the
 * cache; knows nothing of sessions and cookies, so no answer can depend on them, and of a query only what
 * a page named with `@Asks`.
 */
export class PublicSite {
  private readonly logger = new Logger(PublicSite.name);
  private readonly desk: PageDesk;
  private readonly status: StatusPages;
  private readonly limits = new VisitorLimits();
  private readonly proxies: TrustedProxies;
  /** The 404 page of a site while it is being made, and what had been purged when that began. */
  private readonly notFoundFlights = new Map<number, { mark: PurgeMark; answer: Promise<Answer> }>();

  constructor(private readonly parts: PublicSiteParts) {
    this.desk = new PageDesk(parts);
    this.status = new StatusPages(parts.themes);
    this.proxies = parts.proxies ?? new TrustedProxies();
  }

  /** From here on pages are kept as files too; without it they are kept in memory only. */
  keepFiles(files: OpenFiles): void {
    this.desk.keepFiles(files);
  }

  /** Resolves when what goes on behind the answers given so far is done: compressing, writing, unlinking. */
  settled(): Promise<void> {
    return this.desk.settled();
  }

  /** Takes pages out of service: in memory before this returns, on disk when the promise resolves. */
  purge(tags: readonly string[]): Promise<void> {
    return this.desk.purge(tags);
  }

  /** The purge log no longer tells what is outdated, so everything is. */
  purgeEverything(): Promise<void> {
    return this.desk.purgeEverything();
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

  private answerNow(request: RequestFacts): Answer | Promise<Answer> {
    const { method } = request;
    if (method !== 'GET' && method !== 'HEAD') return methodRefused();
    const query = request.url.indexOf('?');
    const path = query === -1 ? request.url : request.url.slice(0, query);
    const asked = query === -1 ? '' : request.url.slice(query);
    const match = this.parts.directory().match(request.host, path);
    if (match.kind === 'unknown') return withoutBody(method, this.answerStranger(request, path));
    if (match.kind === 'redirect') return redirectAnswer(match.location + asked, true);

    const now = this.parts.clock.now().getTime();
    const { site } = match;
    if ((site.status === 'online' || site.status === 'closing') && !this.readsQuery(match.path, asked)) {
      const page = this.parts.cache.get(site.id, match.path, now);
      if (page) return this.answerHit(request, page, now);
    }
    return this.answerMiss(request, site, match.path, path);
  }

  /** Whether the page of that path is another one with this query. */
  private readsQuery(path: string, search: string): boolean {
    if (search.length < 2) return false;
    const reading = readPath(path);
    return reading.kind === 'canonical' && this.parts.registry().match(reading.decoded)?.asks != null;
  }

  /** The refusal itself has a look: the files of the base theme, which belong to no site. */
  private answerStranger({ headers }: RequestFacts, path: string): Answer {
    const file = path.startsWith('/_theme/base/') ? themeAssetAnswer(this.parts.themes, path, headers) : null;
    return file ?? this.status.unknownHost();
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
  ): Promise<Answer> {
    try {
      const answer = await this.open(request, site, path, hostPath);
      return withoutBody(request.method, answer);
    } catch (error) {
      this.logger.error(
        `${site.key} ${path}: ${String(error)}`,
        error instanceof Error ? error.stack : undefined,
      );
      return withoutBody(request.method, this.unavailable(site));
    }
  }

  private async open(request: RequestFacts, site: SiteRef, path: string, hostPath: string): Promise<Answer> {
    const encoding = acceptedEncoding(request.headers['accept-encoding'] as string | undefined);
    if (hostPath.startsWith('/_theme/'))
      return themeAssetAnswer(this.parts.themes, hostPath, request.headers) ?? this.notFoundPage(site);
    const closed = this.status.insteadOf(site);
    if (closed) return closed;

    const reading = readPath(path);
    if (reading.kind === 'tooLong') return addressTooLong();
    const query = queryOf(request.url);
    if (reading.kind === 'malformed') return (await this.movedTo(site, path, query)) ?? badAddress();
    if (reading.kind === 'elsewhere')
      return redirectAnswer(this.parts.directory().sitePath(site, reading.path) + query, true);

    const match = this.parts.registry().match(reading.decoded);
    const wanted = this.wanted(request, site, path, match);
    if ('status' in wanted) return wanted;
    const kept = wanted.query ? this.desk.kept(wanted) : undefined;
    if (kept) return this.answerHit(request, kept, this.parts.clock.now().getTime());
    const outcome = await this.desk.open(wanted);
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
      case 'raw':
        return rawAnswer(outcome.raw, request);
      case 'missing':
        return (await this.movedTo(site, path, query)) ?? this.notFoundPage(site);
      case 'failed':
        return this.unavailable(site);
    }
  }

  /** What exactly is asked for; an answer instead when it cannot be read or is asked too often. */
  private wanted(
    request: RequestFacts,
    site: SiteRef,
    path: string,
    match: PageMatch | null,
  ): Wanted | Answer {
    if (!match?.asks) return { site, path, match, query: '', asked: askedNothing };
    const visitor = this.visitorOf(request);
    const refusal = this.refusalFor(visitor.address, match.route, match.asks);
    if (refusal) return refusal;
    const mark = request.url.indexOf('?');
    const reading = mark === -1 ? nothingAsked : readQuery(match.asks, request.url.slice(mark));
    if (reading.kind === 'malformed') return badQuery();
    if (reading.kind === 'tooLong') return queryTooLong();
    return { site, path, match, query: reading.canonical, asked: { query: reading.values, visitor } };
  }

  private refusalFor(address: string, route: string, { perMinute }: AskingRule): Answer | null {
    if (address === '') return null;
    const now = this.parts.clock.now().getTime();
    const seconds = this.limits.waitFor(route, address, perMinute, now);
    return seconds > 0 ? tooManyRequests(seconds) : null;
  }

  private visitorOf({ socket, headers }: RequestFacts): Wanted['asked']['visitor'] {
    return {
      address: this.proxies.clientOf(socket?.remoteAddress ?? '', headers['x-forwarded-for']),
      userAgent: String(headers['user-agent'] ?? ''),
    };
  }

  /** 旧网址: a permanent redirect to where a page of the former site stands now. */
  private async movedTo(site: SiteRef, path: string, query: string): Promise<Answer | null> {
    const moved = this.parts.moved?.();
    if (!moved) return null;
    const location = await moved.find(publicCtx(site, this.parts.clock.now()), path + query);
    if (location === null) return null;
    return redirectAnswer(encodeURI(this.parts.directory().sitePath(site, location)), true);
  }

  /** 503 naming the site: nothing of it can be had just now. */
  private unavailable(site: SiteRef): Answer {
    return this.status.unavailable(site, this.parts.chromes.lastKnown(site.id)?.theme.name);
  }

  /** 404 in the site's own look. One body a site, whatever the path: a flood of wrong paths stores nothing. */
  private async notFoundPage(site: SiteRef): Promise<Answer> {
    const { cache, clock } = this.parts;
    const template = 'pages/not-found.njk';
    // No path of a request has a NUL in it, so this entry is nobody's page.
    const path = `\0${template}`;
    const now = clock.now();
    const known = cache.get(site.id, path, now.getTime());
    if (known) return htmlAnswer(404, known.content.body);
    const mark = cache.history.mark;
    const under = this.notFoundFlights.get(site.id);
    if (under?.mark === mark) return under.answer;
    const flight = { mark, answer: this.renderNotFound(site, now, path, template) };
    this.notFoundFlights.set(site.id, flight);
    return flight.answer.finally(() => {
      if (this.notFoundFlights.get(site.id) === flight) this.notFoundFlights.delete(site.id);
    });
  }

  private async renderNotFound(site: SiteRef, now: Date, path: string, template: string): Promise<Answer> {
    const { cache, chromes, themes } = this.parts;
    const ctx = publicCtx(site, now);
    const mark = cache.history.mark;
    const chrome = await chromes.get(ctx).catch(() => chromes.lastKnown(site.id));
    if (!chrome || !themes.get(chrome.theme.name).has(template))
      return plainPage(404, site.name, ['您访问的页面不存在或已删除。']);
    const page = { title: '页面不存在', tags: siteTags(chrome.site), breadcrumb: [], visit: null };
    const missing = view(template, {}, { tags: [], ttlSeconds: 3600, page, canonicalPath: '/' });
    const content = await this.desk.render(ctx, path, missing);
    cache.put({ ...content, status: 404 }, mark);
    return htmlAnswer(404, content.body);
  }
}

/** With its question mark; nothing that a header could not carry. */
function queryOf(url: string): string {
  const mark = url.indexOf('?');
  const query = mark === -1 ? '' : url.slice(mark);
  return query !== '?' && /^[\x21-\x7e]*$/.test(query) ? query : '';
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
