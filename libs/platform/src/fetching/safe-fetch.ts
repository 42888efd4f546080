import { isIP, type LookupFunction } from 'node:net';
import { Injectable } from '@nestjs/common';
import { DomainError } from '@zhanqun/kernel';
import { Agent, fetch, type Response } from 'undici';
import { AppConfig } from '../config';
import { AllowList, isPublicAddress } from './allow-list';
import { fetchFailed, fetchRefused, fetchTooLarge } from './fetching.errors';
import { HostResolver } from './host-resolver';

export interface FetchWish {
  readonly method?: 'GET' | 'HEAD';
  /** Most bytes of the answer, unpacked. Default 10 MiB. */
  readonly maxBytes?: number;
  /** For everything together, redirects included. Default 10 s. */
  readonly timeoutMs?: number;
  readonly maxRedirects?: number;
  readonly accept?: string;
}

export interface Fetched {
  readonly status: number;
  /** Where the answer came from, after redirects. */
  readonly address: string;
  readonly contentType: string;
  readonly bytes: Buffer;
}

const MEGABYTE = 1024 * 1024;

/**
 * 对外访问：the only way out of the platform. Internal targets are refused (Q31): each name is resolved here,
 * every address it has is judged, and the connection goes to a judged address, so a name that answers
 * differently the second time changes nothing. The same holds for each redirect.
 */
@Injectable()
export class SafeFetch {
  private readonly allowed: AllowList;

  constructor(
    config: AppConfig,
    private readonly resolver: HostResolver,
  ) {
    this.allowed = new AllowList(config.fetchAllow);
  }

  /** Raises `platform.fetch.refused`, `.failed` or `.tooLarge`; any status of the other side is an answer. */
  async fetch(address: string, wish: FetchWish = {}): Promise<Fetched> {
    const { timeoutMs = 10_000, maxRedirects = 5 } = wish;
    const signal = AbortSignal.timeout(timeoutMs);
    let target = this.judged(address);
    for (let redirects = 0; ; redirects += 1) {
      const agent = new Agent({ connect: { lookup: this.lookup(target) }, keepAliveTimeout: 1 });
      try {
        const response = await this.ask(agent, target, wish, signal);
        const location = response.headers.get('location');
        if (!isRedirect(response.status) || location === null)
          return await answer(target, response, wish.maxBytes ?? 10 * MEGABYTE);
        if (redirects >= maxRedirects) throw fetchRefused({ address, reason: 'redirects' });
        target = this.judged(location, target);
      } catch (error) {
        throw failureOf(error, target.href, signal);
      } finally {
        await agent.destroy();
      }
    }
  }

  private ask(agent: Agent, target: URL, wish: FetchWish, signal: AbortSignal): Promise<Response> {
    return fetch(target, {
      method: wish.method ?? 'GET',
      redirect: 'manual',
      signal,
      dispatcher: agent,
      headers: { 'user-agent': 'Zhanqun', accept: wish.accept ?? '*/*' },
    });
  }

  /** The address as the standard reads it: numbers in any notation have become plain IP addresses. */
  private judged(address: string, base?: URL): URL {
    const refuse = (reason: Parameters<typeof fetchRefused>[0] & object) => fetchRefused(reason);
    const url = URL.canParse(address, base?.href) ? new URL(address, base) : null;
    if (!url) throw refuse({ address, reason: 'address' });
    if (url.protocol !== 'http:' && url.protocol !== 'https:') throw refuse({ address, reason: 'scheme' });
    if (url.username || url.password) throw refuse({ address, reason: 'credentials' });
    const port = portOf(url);
    if (!this.allowed.allowsPort(url.hostname, port)) throw refuse({ address, reason: 'port' });
    // A literal address is connected to without being looked up.
    const literal = url.hostname.replace(/^\[|\]$/g, '');
    if (isIP(literal) && !this.mayVisit(url, literal)) throw refuse({ address, reason: 'private' });
    return url;
  }

  private mayVisit(url: URL, ip: string): boolean {
    return (
      isPublicAddress(ip) ||
      this.allowed.allowsHost(url.hostname, portOf(url)) ||
      this.allowed.allowsAddress(ip)
    );
  }

  /** What the socket asks instead of the system: the addresses of the name, if every one may be visited. */
  private lookup(target: URL): LookupFunction {
    return (host, options, callback) => {
      this.resolver.addresses(host).then(
        (addresses) => {
          const [first] = addresses;
          if (first === undefined) callback(fetchFailed({ address: target.href, reason: 'unknownHost' }), '');
          else if (!addresses.every((ip) => this.mayVisit(target, ip)))
            callback(fetchRefused({ address: target.href, reason: 'private' }), '');
          else if (options.all)
            callback(
              null,
              addresses.map((ip) => ({ address: ip, family: isIP(ip) })),
            );
          else callback(null, first, isIP(first));
        },
        () => callback(fetchFailed({ address: target.href, reason: 'unknownHost' }), ''),
      );
    };
  }
}

const portOf = ({ port, protocol }: URL): number => Number(port) || (protocol === 'https:' ? 443 : 80);

const isRedirect = (status: number): boolean => [301, 302, 303, 307, 308].includes(status);

async function answer(target: URL, response: Response, maxBytes: number): Promise<Fetched> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of response.body ?? []) {
    const bytes = piece as Uint8Array;
    length += bytes.length;
    if (length > maxBytes) throw fetchTooLarge({ address: target.href, bytes: maxBytes });
    pieces.push(bytes);
  }
  return {
    status: response.status,
    address: target.href,
    contentType: response.headers.get('content-type') ?? '',
    bytes: Buffer.concat(pieces),
  };
}

/** The refusal that stands behind whatever the network library made of it. */
function failureOf(error: unknown, address: string, signal: AbortSignal): DomainError {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause)
    if (cause instanceof DomainError) return cause;
  const reason = signal.aborted ? 'timeout' : 'unreachable';
  return Object.assign(fetchFailed({ address, reason }), { cause: error });
}
