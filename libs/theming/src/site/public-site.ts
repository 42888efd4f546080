import { Logger } from '@nestjs/common';
import { publicCtx, type SiteRef } from '@zhanqun/kernel';
import type { CachedPage } from '../cache/cached-page';
import { readPath } from '../page/page-path';
import { acceptedEncoding } from './accept-encoding';
import type { Answer, RequestFacts } from './answer';
import type { MovedPages } from './moved-pages';
import { NotFoundPages } from './not-found-pages';
import { PageDesk, type OpenFiles, type PageDeskParts } from './page-desk';
import { plainPage, redirectAnswer } from './plain-page';
import { rawAnswer } from './raw-answer';
import { isAnswer, ReadingDesk, type ReadingDeskParts } from './reading-desk';
import { addressTooLong, badAddress, methodRefused, StatusPages } from './status-pages';
import { themeAssetAnswer } from './theme-asset-answer';

export interface PublicSiteParts extends PageDeskParts, ReadingDeskParts {
  /** Asked only where no page answers; null where nobody knows of former sites. */
  readonly moved?: () => MovedPages | null;
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
  private readonly notFound: NotFoundPages;
  private readonly reading: ReadingDesk;

  constructor(private readonly parts: PublicSiteParts) {
    this.desk = new PageDesk(parts);
    this.status = new StatusPages(parts.themes);
    this.notFound = new NotFoundPages(parts);
    this.reading = new ReadingDesk(parts);
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
    if (
      (site.status === 'online' || site.status === 'closing') &&
      !this.reading.isAsked(site, match.path, asked)
    ) {
      const page = this.parts.cache.get(site.id, match.path, now);
      if (page) return this.answerHit(request, page, now);
    }
    return this.answerMiss(request, site, match.path, path);
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
    if (hostPath.startsWith('/_theme/'))
      return themeAssetAnswer(this.parts.themes, hostPath, request.headers) ?? this.notFound.answer(site);
    const closed = this.status.insteadOf(site);
    if (closed) return closed;

    const reading = readPath(path);
    if (reading.kind === 'tooLong') return addressTooLong();
    const query = queryOf(request.url);
    if (reading.kind === 'malformed') return (await this.movedTo(site, path, query)) ?? badAddress();
    if (reading.kind === 'elsewhere')
      return redirectAnswer(this.parts.directory().sitePath(site, reading.path) + query, true);

    const wanted = this.reading.read(request, site, path, reading.decoded, query);
    if (isAnswer(wanted)) return wanted;
    const now = this.parts.clock.now().getTime();
    const kept = wanted.query ? this.desk.kept(wanted) : undefined;
    if (kept) return this.answerHit(request, kept, now);
    const late = this.desk.late(wanted);
    if (late) return this.answerPage(request, late, true);
    const outcome = await this.desk.open(wanted);
    switch (outcome.kind) {
      case 'page':
        return this.answerPage(request, outcome.page, outcome.isStale);
      case 'answer':
        return outcome.answer;
      case 'raw':
        return rawAnswer(outcome.raw, request);
      case 'missing':
        return (
          (await this.movedTo(site, wanted.source?.path ?? path, query)) ??
          this.notFound.answer(site, wanted.source !== undefined)
        );
      case 'failed':
        return this.unavailable(site);
    }
  }

  private answerPage(request: RequestFacts, page: CachedPage, isStale: boolean): Answer {
    const encoding = acceptedEncoding(request.headers['accept-encoding'] as string | undefined);
    const now = this.parts.clock.now().getTime();
    const answer = isStale ? page.staleAnswer(encoding, now) : page.missAnswer(encoding, now);
    return unchanged(request, page) ? page.notModified(answer) : answer;
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
