import { Injectable } from '@nestjs/common';
import type { SiteRef, StaffCtx } from '@zhanqun/kernel';
import { Audit, Db, Outbox, PurgeLog } from '@zhanqun/platform';
import { KIND_NAMES, nextBoundary } from './network-notice';
import { NOTICES_TAG } from './network-notice-board';
import { NetworkNotice } from './network-notice.entity';
import { NetworkNoticeDue } from './network-notice.events';
import { NoticePlaces } from './notice-places';

export interface NoticeChange {
  readonly action: 'putUp' | 'edited' | 'takenDown' | 'begun' | 'ended';
  /** 发布、修改、撤下 … */
  readonly did: string;
  /** Sites that showed it before. */
  readonly alsoAt?: readonly SiteRef[];
}

const MOST_STEPS = 60;
/** Tags of one purge row: a thousand sites are one statement. */
const TAGS_A_ROW = 2000;

/** Stores a changed notice with all that follows from it, in the caller's transaction. */
@Injectable()
export class NoticeChanges {
  constructor(
    private readonly db: Db,
    private readonly places: NoticePlaces,
    private readonly audit: Audit,
    private readonly purges: PurgeLog,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Row, history, audit, the job at the next boundary, and the purge of every page of every site concerned.
   * The number of statements does not grow with the number of sites.
   */
  async record(
    ctx: StaffCtx,
    notice: NetworkNotice,
    { action, did, alsoAt = [] }: NoticeChange,
  ): Promise<void> {
    const sites = this.places.sitesIn(notice);
    notice.history = [...notice.history, { at: ctx.now.toISOString(), by: ctx.actor.name, did }].slice(
      -MOST_STEPS,
    );
    notice.version = (notice.version ?? 0) + 1;
    await this.db.shared(ctx, NetworkNotice).save(notice);
    await this.audit.record(ctx, {
      action: `tenancy.networkNotice.${action}`,
      subject: 'NetworkNotice',
      subjectId: notice.id,
      summary: `${did}${KIND_NAMES[notice.kind]}“${notice.title}”，涉及 ${sites.length} 个站点`,
      detail: { scope: notice.scope, level: notice.level, startsAt: notice.startsAt, endsAt: notice.endsAt },
    });
    const runAfter = nextBoundary(notice);
    if (runAfter) {
      // Of the platform: the job stands at no site, whoever asked for it.
      const { site: _site, ...platform } = ctx;
      await this.outbox.add(platform, new NetworkNoticeDue(notice.id), {
        runAfter,
        uniqueKey: String(notice.id),
      });
    }
    const isSeen = notice.state !== 'planned' || alsoAt.length > 0;
    const tags = isSeen ? [...new Set([...sites, ...alsoAt].map(({ id }) => `site:${id}:chrome`))] : [];
    for (let first = 0; first === 0 || first < tags.length; first += TAGS_A_ROW)
      await this.purges.add(ctx, [NOTICES_TAG, ...tags.slice(first, first + TAGS_A_ROW)]);
  }
}
