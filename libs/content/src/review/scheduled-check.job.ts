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
import { ArticleExpires, PinEnds } from '../timing/timing.events';

const OVERDUE_MS = 5 * 60_000;
const MOST_A_SITE = 500;

/**
 * 到时核对：the database is what was promised, the queue only carries it. Whatever should have been published,
 * taken down or unpinned five minutes ago and was not is announced again and raises an alert.
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
    if (found > 0) {
      this.logger.error(
        `${found} 项定时任务（发布、到期撤下、取消置顶）逾期 5 分钟以上未执行，已重新排入任务`,
      );
    }
  }

  private async check(ctx: SiteCtx): Promise<number> {
    const overdue = LessThan(new Date(ctx.now.getTime() - OVERDUE_MS));
    const articles = this.db.site(ctx, Article);
    const bounds = { order: { id: 'ASC' }, take: MOST_A_SITE } as const;
    const unpublished = await articles.select(['id', 'openRevisionId', 'scheduledFor'], {
      where: { reviewState: 'approved', scheduledFor: overdue },
      ...bounds,
    });
    for (const { id, openRevisionId, scheduledFor } of unpublished) {
      if (openRevisionId === null || scheduledFor === null) continue;
      await this.announce(ctx, id, new PublishScheduled(id, openRevisionId, scheduledFor.toISOString()));
    }
    const unexpired = await articles.select(['id', 'expiresAt'], {
      where: { state: 'published', expiresAt: overdue },
      ...bounds,
    });
    for (const { id, expiresAt } of unexpired) {
      if (expiresAt) await this.announce(ctx, id, new ArticleExpires(id, expiresAt.toISOString()));
    }
    const pinned = await articles.select(['id', 'pinnedUntil'], {
      where: { isPinned: true, pinnedUntil: overdue },
      ...bounds,
    });
    for (const { id, pinnedUntil } of pinned) {
      if (pinnedUntil) await this.announce(ctx, id, new PinEnds(id, pinnedUntil.toISOString()));
    }
    return unpublished.length + unexpired.length + pinned.length;
  }

  private announce(ctx: SiteCtx, id: number, event: object): Promise<void> {
    return this.outbox.add(ctx, event, { uniqueKey: String(id) });
  }
}
