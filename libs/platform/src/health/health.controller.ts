import { Controller, Get, Header, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Public } from '../http';
import { HealthService } from './health.service';

export class AliveView {
  status: string;
}

export class ReadinessView {
  status: string;
  checks: Record<string, string>;
}

/** For load balancers and monitoring: says which part fails, never why. */
@Controller()
export class HealthController {
  constructor(private readonly health: HealthService) {}

  /** The process runs and answers. */
  @Get('healthz')
  @Public()
  @Header('cache-control', 'no-store')
  alive(): AliveView {
    return { status: 'ok' };
  }

  /** The process can do its work now; 503 otherwise. */
  @Get('readyz')
  @Public()
  @Header('cache-control', 'no-store')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<ReadinessView> {
    const { isReady, checks } = await this.health.readiness();
    void reply.status(isReady ? 200 : 503);
    return { status: isReady ? 'ok' : 'failed', checks };
  }
}
