import type { Clock, SiteRef } from '@zhanqun/kernel';
import { TrustedProxies, type SiteDirectory } from '@zhanqun/platform';
import { nothingAsked, readQuery } from '../page/asked-query';
import { askedNothing, type Asked, type AskingRule } from '../page/page';
import { readPath } from '../page/page-path';
import type { PageRegistry } from '../page/page-registry';
import { hasVariant, isOnlyPlain, plainPath } from '../variant/variant-path';
import type { Answer, RequestFacts } from './answer';
import { redirectAnswer } from './plain-page';
import { badQuery, queryTooLong, tooManyRequests } from './status-pages';
import { VisitorLimits } from './visitor-limits';
import type { Wanted } from './wanted';

export interface ReadingDeskParts {
  readonly directory: () => SiteDirectory;
  readonly registry: () => PageRegistry;
  readonly clock: Clock;
  /** Whose word counts about a visitor's address; nobody's when left out. */
  readonly proxies?: TrustedProxies;
}

/** Understands what a request for a well-spelt path wants: which page, of which variant, asked what by whom. */
export class ReadingDesk {
  private readonly limits = new VisitorLimits();
  private readonly proxies: TrustedProxies;

  constructor(private readonly parts: ReadingDeskParts) {
    this.proxies = parts.proxies ?? new TrustedProxies();
  }

  /** Whether the page of that path is another one with this query. */
  isAsked(site: SiteRef, path: string, search: string): boolean {
    if (search.length < 2) return false;
    const reading = readPath(path);
    if (reading.kind !== 'canonical') return false;
    const plain = hasVariant(site) ? plainPath(reading.decoded) : null;
    return this.parts.registry().match(plain ?? reading.decoded)?.asks != null;
  }

  /** An answer instead when there is nothing to open: it cannot be read, is asked too often, exists once. */
  read(request: RequestFacts, site: SiteRef, path: string, decoded: string, query: string): Wanted | Answer {
    const plain = hasVariant(site) ? plainPath(path) : null;
    if (plain === null) return this.readPlain(request, site, path, decoded);
    if (isOnlyPlain(plain)) return redirectAnswer(this.parts.directory().sitePath(site, plain) + query, true);
    const source = this.readPlain(request, site, plain, plainPath(decoded) as string);
    return isAnswer(source) ? source : { ...source, path, source };
  }

  private readPlain(request: RequestFacts, site: SiteRef, path: string, decoded: string): Wanted | Answer {
    const match = this.parts.registry().match(decoded);
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

  private visitorOf({ socket, headers }: RequestFacts): Asked['visitor'] {
    return {
      address: this.proxies.clientOf(socket?.remoteAddress ?? '', headers['x-forwarded-for']),
      userAgent: String(headers['user-agent'] ?? ''),
      ...(isAside(headers) && { isAside: true }),
    };
  }
}

export const isAnswer = (read: Wanted | Answer): read is Answer => 'status' in read;

const isAside = (headers: RequestFacts['headers']): boolean =>
  /prefetch|prerender/i.test(String(headers['sec-purpose'] ?? headers['purpose'] ?? '')) ||
  !['same-origin', 'none', undefined].includes(headers['sec-fetch-site'] as string | undefined);
