import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { HealthService, listenOn } from '@zhanqun/platform';
import type { Answer } from './answer';
import { PublicSite } from './public-site';
import { PurgeReader } from './purge-reader';

const LIMITS = {
  maxHeaderSize: 16 * 1024,
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 10_000,
} as const;
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
  ) {
    this.server = createServer(LIMITS, (request, response) => this.answer(request, response));
    this.server.on('clientError', (_error, socket) => {
      if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n');
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

function send({ status, headers, body }: Answer, response: ServerResponse): void {
  response.writeHead(status, headers);
  if (!(body instanceof Readable)) return void response.end(body ?? undefined);
  body.on('error', () => response.destroy());
  response.on('close', () => body.destroy());
  body.pipe(response);
}
