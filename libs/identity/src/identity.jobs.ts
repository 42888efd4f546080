import { Injectable } from '@nestjs/common';
import type { StaffCtx } from '@zhanqun/kernel';
import { Scheduled, type ScheduledJob } from '@zhanqun/platform';
import { OneTimeLinks } from './one-time-link/one-time-links.service';
import { Sessions } from './session/sessions.service';
import { SignInCounters } from './session/sign-in-counters';

/** 清理过期的会话、链接和失败计数. */
@Injectable()
@Scheduled({ key: 'identity.cleanUp', everyMinutes: 30 })
export class IdentityCleanUp implements ScheduledJob {
  constructor(
    private readonly sessions: Sessions,
    private readonly links: OneTimeLinks,
    private readonly counters: SignInCounters,
  ) {}

  async run(ctx: StaffCtx): Promise<void> {
    await this.sessions.cleanUp(ctx);
    await this.links.cleanUp(ctx);
    await this.counters.cleanUp(ctx);
  }
}
