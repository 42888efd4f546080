import { Injectable } from '@nestjs/common';
import type { Ctx, SiteCtx, StaffCtx } from '@zhanqun/kernel';
import { Handles, Scheduled, SiteDirectory, type JobHandler, type ScheduledJob } from '@zhanqun/platform';
import { InspectSite } from './patrol.events';
import { PatrolService } from './patrol.service';

@Handles(InspectSite)
@Injectable()
export class InspectSiteHandler implements JobHandler<InspectSite> {
  constructor(private readonly patrols: PatrolService) {}

  async handle(ctx: Ctx, event: InspectSite): Promise<void> {
    await this.patrols.visit(ctx as SiteCtx, event.runId);
  }
}

/** 每日巡检 of every network, before the office opens (R0-30, 日常巡查). */
@Scheduled({ key: 'supervision.dailyPatrol', dailyAt: '05:30' })
@Injectable()
export class DailyPatrol implements ScheduledJob {
  constructor(
    private readonly patrols: PatrolService,
    private readonly directory: SiteDirectory,
  ) {}

  async run(ctx: StaffCtx): Promise<void> {
    for (const site of this.directory.all())
      if (site.kind === 'portal' && site.status !== 'closed') await this.patrols.patrolNetwork(ctx, site);
  }
}
