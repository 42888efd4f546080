import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { Inject, Injectable, Optional } from '@nestjs/common';
import { HealthService, listenOn } from '@zhanqun/platform';
import type { Answer } from './answer';
import { PublicSite } from './public-site';
import { PurgeReader } from './purge-reader';
import { badAddress } from './status-pages';

/** What a client may take of the process before it is cut off. */
export interface ClientLimits {
  readonly maxHeaderSize: number;
  /** From connecting to the end of the headers. */
  readonly headersTimeout: number;
  readonly requestTimeout: number;
  readonly keepAliveTimeout: number;
  /** Without a byte in either direction: a reader that stops taking its answer. */
  readonly idleTimeout: number;
  readonly connectionsCheckingInterval: number;
  readonly maxConnections: number;
}

export const CLIENT_LIMITS = Symbol('zhanqun.clientLimits');

const LIMITS: ClientLimits = {
  maxHeaderSize: 16 * 1024,
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 10_000,
  idleTimeout: 60_000,
  connectionsCheckingInterval: 2_000,
  maxConnections: 10_000,
};
/** Answers to what never became a request, by the code of Node's error. */
const REFUSALS: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
};
const DRAIN_MS = 10_000;

/**
 * The citizens' port. No framework stands before the page cache: a hit is one map look-up and one
 * write. Nothing of the console is reachable here, because nothing but `PublicSite` is asked.
 */
@Injectable()
export class CitizenServer {
  private readonly server: Server;

  constructor(
    private readonly site: PublicSite,
    private readonly health: HealthService,
    private readonly purges: PurgeReader,
    @Optional() @Inject(CLIENT_LIMITS) given: Partial<ClientLimits> = {},
  ) {
    const { idleTimeout, maxConnections, ...limits } = { ...LIMITS, ...given };
    this.server = createServer(limits, (request, response) => this.answer(request, response));
    this.server.setTimeout(idleTimeout);
    this.server.maxConnections = maxConnections;
    this.server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
      const status = REFUSALS[error.code ?? ''] ?? '400 Bad Request';
      if (socket.writable) socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
      else socket.destroy();
    });
  }

  /** Catches up with what was purged, then listens; answers the port (useful when 0 was asked for). */
  async listen(host: string, port: number): Promise<number> {
    await this.purges.openFiles();
    await listenOn(
      () =>
        new Promise<void>((resolve, reject) => {
          this.server.once('error', reject);
          this.server.listen(port, host, () => {
            this.server.off('error', reject);
            resolve();
          });
        }),
      { host, port, variable: 'PUBLIC_PORT' },
    );
    const address = this.server.address();
    return typeof address === 'object' && address ? address.port : port;
  }

  /** Takes no new connections and lets answers under way finish. */
  async close(): Promise<void> {
    if (!this.server.listening) return;
    const closed = new Promise<void>((resolve) => this.server.close(() => resolve()));
    this.server.closeIdleConnections();
    const bound = setTimeout(() => this.server.closeAllConnections(), DRAIN_MS).unref();
    await closed;
    clearTimeout(bound);
    await this.purges.stop();
  }

  private answer(request: IncomingMessage, response: ServerResponse): void {
    const { url = '/', method = 'GET', headers, socket } = request;
    if (hasTwoHosts(request.rawHeaders)) return send(badAddress(), response);
    // Nothing here takes a body: who sends one is answered and not waited for.
    if (headers['transfer-encoding'] !== undefined || (headers['content-length'] ?? '0') !== '0')
      response.shouldKeepAlive = false;
    if (url === '/healthz' || url === '/readyz') return void this.report(url, response);
    const answer = this.site.handle({ method, url, host: headers.host ?? '', headers, socket });
    if (answer instanceof Promise) void answer.then((late) => send(late, response));
    else send(answer, response);
  }

  private async report(url: string, response: ServerResponse): Promise<void> {
    const { isReady, checks } =
      url === '/healthz' ? { isReady: true, checks: undefined } : await this.health.readiness();
    const body = Buffer.from(JSON.stringify({ status: isReady ? 'ok' : 'failed', checks }));
    response.writeHead(isReady ? 200 : 503, {
      'Content-Type': 'application/json',
      'Content-Length': String(body.length),
      'Cache-Control': 'no-store',
    });
    response.end(body);
  }
}

/**
 * Node takes the first of several, a proxy before it perhaps the last: whose page was meant nobody can say
 * (RFC 9112 §3.2 asks for 400).
 */
function hasTwoHosts(rawHeaders: readonly string[]): boolean {
  let hosts = 0;
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at] as string;
    if (name.length === 4 && name.toLowerCase() === 'host') hosts += 1;
  }
  return hosts > 1;
}

function send({ status, headers, body }: Answer, response: ServerResponse): void {
  response.writeHead(status, headers);
  if (!(body instanceof Readable)) return void response.end(body ?? undefined);
  body.on('error', () => response.destroy());
  response.on('close', () => body.destroy());
  body.pipe(response);
}
