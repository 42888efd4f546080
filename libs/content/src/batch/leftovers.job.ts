import { Injectable } from '@nestjs/common';
import { atSite, type SiteCtx, type StaffCtx } from '@zhanqun/kernel';
import { Db, LessThan, Scheduled, SiteDirectory, type ScheduledJob } from '@zhanqun/platform';
import { PreviewLink } from '../preview-link/preview-link.entity';
import { ArticleBatch } from './article-batch.entity';

const DAY_MS = 86_400_000;

/** 过期记录清理: batches that nobody can take back and preview links that open nothing any more. */
@Scheduled({ key: 'content.leftovers', dailyAt: '03:50' })
@Injectable()
export class Leftovers implements ScheduledJob {
  constructor(
    private readonly db: Db,
    private readonly directory: SiteDirectory,
  ) {}

  async run(ctx: StaffCtx): Promise<void> {
    for (const site of this.directory.all()) await this.sweep(atSite(ctx, site));
  }

  private async sweep(ctx: SiteCtx): Promise<void> {
    const before = LessThan(new Date(ctx.now.getTime() - DAY_MS));
    await this.db.site(ctx, ArticleBatch).removeWhere({ createdAt: before });
    await this.db.site(ctx, PreviewLink).removeWhere({ expiresAt: before });
  }
}
