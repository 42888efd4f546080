import { Body, Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { Clock, denyAll, type Ctx } from '@zhanqun/kernel';
import { Public } from '@zhanqun/platform';
import type { FastifyRequest } from 'fastify';
import { OneTimeLinkView, toOneTimeLinkView, UseLinkDto } from './one-time-link.dto';
import { OneTimeLinks } from './one-time-links.service';

/** 一次性链接：for people who cannot sign in yet. */
@Controller('one-time-links')
export class OneTimeLinkController {
  constructor(
    private readonly links: OneTimeLinks,
    private readonly clock: Clock,
  ) {}

  @Get(':token')
  @Public()
  async look(@Req() request: FastifyRequest, @Param('token') token: string): Promise<OneTimeLinkView> {
    return toOneTimeLinkView(await this.links.look(this.contextOf(request), token));
  }

  @Post(':token')
  @HttpCode(200)
  @Public()
  async use(
    @Req() request: FastifyRequest,
    @Param('token') token: string,
    @Body() wish: UseLinkDto,
  ): Promise<OneTimeLinkView> {
    return toOneTimeLinkView(await this.links.use(this.contextOf(request), token, wish));
  }

  private contextOf(request: FastifyRequest): Ctx {
    return { ability: denyAll, now: this.clock.now(), traceId: request.traceId };
  }
}
