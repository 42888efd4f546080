import { Injectable } from '@nestjs/common';
import { atSite, type Ctx, type SiteCtx, type SiteRef, type StaffCtx } from '@zhanqun/kernel';
import {
  Db,
  Handles,
  Outbox,
  Scheduled,
  SiteDirectory,
  type JobHandler,
  type ScheduledJob,
} from '@zhanqun/platform';
import { Site } from '@zhanqun/tenancy';
import { PLATFORM } from '../lists/flagged-term.entity';
import { CheckListChange } from '../lists/list-change.entity';
import { CheckRun, type CheckRunReason } from './check-run.entity';
import { RecheckPublished } from './recheck.events';
import { Recheck } from './recheck.service';

/** People change several words in a row: their last change is waited for. */
const QUIET_MS = 2 * 60_000;
/** Also without a change: links die, and lists come with a new version. */
const REGULAR_MS = 30 * 24 * 60 * 60_000;

/** Goes on with a run, a few hundred articles a job. */
@Handles(RecheckPublished)
@Injectable()
export class RecheckPublishedJob implements JobHandler<RecheckPublished> {
  constructor(
    private readonly recheck: Recheck,
    private readonly outbox: Outbox,
  ) {}

  async handle(jobCtx: Ctx, { runId }: RecheckPublished): Promise<void> {
    const ctx = jobCtx as SiteCtx;
    const isMore = await this.recheck.proceed(ctx, runId);
    if (isMore) await this.outbox.add(ctx, new RecheckPublished(runId), { uniqueKey: String(runId) });
  }
}

/** 词表变更后复查: begins a run at every site whose lists changed since its last one, and every thirty days (R1-89). */
@Scheduled({ key: 'content.recheck', everyMinutes: 5 })
@Injectable()
export class RecheckChanged implements ScheduledJob {
  constructor(
    private readonly db: Db,
    private readonly directory: SiteDirectory,
    private readonly recheck: Recheck,
  ) {}

  async run(ctx: StaffCtx): Promise<void> {
    const changes = await this.db.shared(ctx, CheckListChange).find({});
    const changedAt = new Map(changes.map((row) => [row.ofSiteId, row.changedAt.getTime()]));
    const sites = await this.db.shared(ctx, Site).select(['id', 'createdAt'], {});
    const madeAt = new Map(sites.map(({ id, createdAt }) => [id, createdAt]));
    for (const site of this.directory.all()) {
      const here = atSite(ctx, site);
      const reason = await this.reasonAt(here, changedAt, madeAt.get(site.id) ?? ctx.now);
      if (reason) await this.recheck.start(here, reason);
    }
  }

  private async reasonAt(
    ctx: SiteCtx & StaffCtx,
    changedAt: ReadonlyMap<number, number>,
    madeAt: Date,
  ): Promise<CheckRunReason | null> {
    const newest = Math.max(...placesOf(ctx.site).map((id) => changedAt.get(id) ?? 0));
    const [last] = await this.db
      .site(ctx, CheckRun)
      .select(['state', 'startedAt'], { order: { id: 'DESC' }, take: 1 });
    if (last?.state === 'running') return null;
    const now = ctx.now.getTime();
    if (newest > (last?.startedAt.getTime() ?? 0)) return now - newest >= QUIET_MS ? 'listsChanged' : null;
    return now - (last?.startedAt ?? madeAt).getTime() >= REGULAR_MS ? 'regular' : null;
  }
}

const placesOf = ({ id, portalId }: SiteRef): number[] => [PLATFORM, portalId, id];
