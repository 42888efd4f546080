import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { AppConfig } from '../config';
import { listenOn } from '../process';
import { Metrics } from './metrics';
import { MetricsAccess } from './metrics-access';

/**
 * A port of their own for the figures of processes that have no back office: public ones and workers. Listens
 * where METRICS_PORT says so, on the loopback address unless METRICS_HOST names another.
 */
@Injectable()
export class MetricsListener implements OnApplicationShutdown {
  private readonly logger = new Logger('Metrics');
  private server: Server | undefined;

  constructor(
    private readonly metrics: Metrics,
    private readonly access: MetricsAccess,
    private readonly config: AppConfig,
  ) {}

  /** The port; null where none was asked for. */
  async listen(): Promise<number | null> {
    const { port, host } = this.config.metrics;
    if (port === null) return null;
    const server = createServer((request, response) => void this.answer(request, response));
    this.server = server;
    await listenOn(
      () =>
        new Promise<void>((resolve, reject) => {
          server.once('error', reject);
          server.listen(port, host, resolve);
        }),
      { host, port, variable: 'METRICS_PORT' },
    );
    const address = server.address();
    return typeof address === 'object' && address ? address.port : port;
  }

  onApplicationShutdown(): void {
    this.server?.closeAllConnections();
    this.server?.close();
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { url, method, headers, socket } = request;
    const isAsked = url === '/metrics' && method === 'GET';
    if (!isAsked || !this.access.allows({ peer: socket.remoteAddress ?? '', headers })) {
      response.writeHead(404, { 'Content-Length': '0' }).end();
      return;
    }
    try {
      const body = Buffer.from(await this.metrics.text());
      response.writeHead(200, { 'Content-Type': this.metrics.contentType, 'Cache-Control': 'no-store' });
      response.end(body);
    } catch (error) {
      this.logger.error(String(error));
      response.writeHead(500, { 'Content-Length': '0' }).end();
    }
  }
}
