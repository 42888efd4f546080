import { Injectable, Logger } from '@nestjs/common';
import { atSite, type SiteCtx, type StaffCtx } from '@zhanqun/kernel';
import {
  Db,
  HealthService,
  LessThan,
  Outbox,
  Scheduled,
  SiteDirectory,
  type ScheduledJob,
} from '@zhanqun/platform';
import { Article } from '../article/article.entity';
import { PublishScheduled } from '../article/article.events';

const OVERDUE_MS = 5 * 60_000;
const MOST_A_SITE = 500;

/**
 * 定时发布核对：the database is what was promised, the queue only carries it. Whatever should have been
 * published five minutes ago and was not is announced again and raises an alert.
 */
@Scheduled({ key: 'content.scheduledCheck', everyMinutes: 5 })
@Injectable()
export class ScheduledPublishingCheck implements ScheduledJob {
  private readonly logger = new Logger('ScheduledPublishing');
  private found = 0;

  constructor(
    private readonly db: Db,
    private readonly outbox: Outbox,
    private readonly directory: SiteDirectory,
    health: HealthService,
  ) {
    health.add('scheduledPublishing', () => this.found === 0);
  }

  /** Found overdue by the last check of this process. */
  get overdue(): number {
    return this.found;
  }

  async run(ctx: StaffCtx): Promise<void> {
    let found = 0;
    for (const site of this.directory.all()) found += await this.check(atSite(ctx, site));
    this.found = found;
    if (found > 0) this.logger.error(`${found} 篇定时稿件逾期 5 分钟以上未发布，已重新排入任务`);
  }

  private async check(ctx: SiteCtx): Promise<number> {
    const limit = new Date(ctx.now.getTime() - OVERDUE_MS);
    const overdue = await this.db.site(ctx, Article).select(['id', 'openRevisionId', 'scheduledFor'], {
      where: { reviewState: 'approved', scheduledFor: LessThan(limit) },
      order: { id: 'ASC' },
      take: MOST_A_SITE,
    });
    for (const { id, openRevisionId, scheduledFor } of overdue) {
      if (openRevisionId === null || scheduledFor === null) continue;
      const event = new PublishScheduled(id, openRevisionId, scheduledFor.toISOString());
      await this.outbox.add(ctx, event, { uniqueKey: String(id) });
    }
    return overdue.length;
  }
}
