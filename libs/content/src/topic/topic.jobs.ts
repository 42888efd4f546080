import { Injectable } from '@nestjs/common';
import { atSite, shanghaiDay, type StaffCtx } from '@zhanqun/kernel';
import { Db, Scheduled, SiteDirectory, type ScheduledJob } from '@zhanqun/platform';
import { SITES_WITH_DUE_TOPICS } from './due-topics.sql';
import { TopicService } from './topic.service';

/** 专题到期: every hour, so that a topic begins and ends on its day even after a stop of the machine. */
@Scheduled({ key: 'content.topics', everyMinutes: 60 })
@Injectable()
export class TopicTurnover implements ScheduledJob {
  constructor(
    private readonly db: Db,
    private readonly directory: SiteDirectory,
    private readonly topics: TopicService,
  ) {}

  async run(ctx: StaffCtx): Promise<void> {
    const today = shanghaiDay(ctx.now);
    const rows = await this.db.sql<{ siteId: number }>(ctx, SITES_WITH_DUE_TOPICS, [today, today]);
    for (const { siteId } of rows) {
      const site = this.directory.byId(Number(siteId));
      if (site) await this.topics.turnOver(atSite(ctx, site));
    }
  }
}
