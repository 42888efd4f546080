import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../http/access';
import { routeNotFound } from '../http/http.errors';
import { Metrics } from './metrics';
import { MetricsAccess } from './metrics-access';

/** `/metrics` on the back-office port. To anybody else than the operator's Prometheus it does not exist. */
@Controller()
export class MetricsController {
  constructor(
    private readonly metrics: Metrics,
    private readonly access: MetricsAccess,
  ) {}

  @Get('metrics')
  @Public()
  async read(@Req() { socket, headers }: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    if (!this.access.allows({ peer: socket.remoteAddress ?? '', headers })) throw routeNotFound();
    const text = await this.metrics.text();
    void reply
      .header('content-type', this.metrics.contentType)
      .header('cache-control', 'no-store')
      .send(text);
  }
}
