import { Injectable } from '@nestjs/common';
import type { Ctx, StaffCtx } from '@zhanqun/kernel';
import { Handles, Scheduled, type JobHandler, type ScheduledJob } from '@zhanqun/platform';
import { NetworkNoticeClock } from './network-notice-clock';
import { NetworkNoticeDue } from './network-notice.events';

/** At the minute a notice begins or ends. */
@Handles(NetworkNoticeDue)
@Injectable()
export class BringNetworkNotice implements JobHandler<NetworkNoticeDue> {
  constructor(private readonly clock: NetworkNoticeClock) {}

  async handle(ctx: Ctx, { noticeId }: NetworkNoticeDue): Promise<void> {
    await this.clock.bring(ctx as StaffCtx, noticeId);
  }
}

/** Nothing is left standing because one job was lost. */
@Scheduled({ key: 'tenancy.networkNotices', everyMinutes: 1 })
@Injectable()
export class SweepNetworkNotices implements ScheduledJob {
  constructor(private readonly clock: NetworkNoticeClock) {}

  async run(ctx: StaffCtx): Promise<void> {
    await this.clock.sweep(ctx);
  }
}
