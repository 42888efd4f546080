import { Injectable } from '@nestjs/common';
import { atSite, type Ctx, type SiteCtx, type StaffCtx } from '@zhanqun/kernel';
import {
  Db,
  Handles,
  LessThan,
  Outbox,
  Scheduled,
  SiteDirectory,
  type JobHandler,
  type ScheduledJob,
} from '@zhanqun/platform';
import { CheckedLink } from './checked-link.entity';
import { VisitLinks } from './links.events';
import { OutsideLinks } from './outside-links';

const AGAIN_AFTER_MS = 7 * 24 * 60 * 60_000;
const MOST_A_DAY = 500;

@Handles(VisitLinks)
@Injectable()
export class VisitLinksJob implements JobHandler<VisitLinks> {
  constructor(
    private readonly links: OutsideLinks,
    private readonly outbox: Outbox,
  ) {}

  async handle(jobCtx: Ctx): Promise<void> {
    const ctx = jobCtx as SiteCtx;
    if (await this.links.visitWaiting(ctx))
      await this.outbox.add(ctx, new VisitLinks(), { uniqueKey: 'waiting' });
  }
}

/** 链接复查: every address is visited once a week, one that did not answer the next day. */
@Scheduled({ key: 'content.linksAgain', dailyAt: '04:10' })
@Injectable()
export class LinksAgain implements ScheduledJob {
  constructor(
    private readonly db: Db,
    private readonly directory: SiteDirectory,
    private readonly links: OutsideLinks,
  ) {}

  async run(ctx: StaffCtx): Promise<void> {
    const before = new Date(ctx.now.getTime() - AGAIN_AFTER_MS);
    for (const site of this.directory.all()) {
      const here = atSite(ctx, site);
      const rows = this.db.site(here, CheckedLink);
      const old = await rows.find({
        where: [
          { state: 'alive', checkedAt: LessThan(before) },
          { state: 'dead', checkedAt: LessThan(before) },
          { state: 'unsure' },
        ],
        order: { checkedAt: 'ASC' },
        take: MOST_A_DAY,
      });
      await this.links.visitAgain(here, old);
    }
  }
}
