import { Injectable } from '@nestjs/common';
import type { StaffCtx } from '@zhanqun/kernel';
import { Db, LessThanOrEqual, Outbox } from '@zhanqun/platform';
import { dueState, nextBoundary, noticeLife } from './network-notice';
import { NetworkNotice } from './network-notice.entity';
import { NetworkNoticeDue } from './network-notice.events';
import { NoticeChanges } from './notice-changes';

const MOST_AT_ONCE = 100;

/** Lets notices begin and end by themselves. Whatever calls it, and how often, a boundary is crossed once. */
@Injectable()
export class NetworkNoticeClock {
  constructor(
    private readonly db: Db,
    private readonly changes: NoticeChanges,
    private readonly outbox: Outbox,
  ) {}

  /** Brings one notice to the state that the time asks for. */
  async bring(ctx: StaffCtx, id: number): Promise<void> {
    await this.db.transaction(ctx, async (ctx) => {
      const notice = await this.db.shared(ctx, NetworkNotice).findOne({ id }, { lock: 'write' });
      if (!notice) return;
      const state = dueState(notice, ctx.now);
      if (state === null) return this.waitOn(ctx, notice);
      const isBeginning = state === 'standing';
      notice.state = noticeLife.next(isBeginning ? 'begin' : 'end', notice.state);
      await this.changes.record(ctx, notice, {
        action: isBeginning ? 'begun' : 'ended',
        did: isBeginning ? '按时开始' : '到时结束',
      });
    });
  }

  /** What a missed job left behind: one question when there is nothing. */
  async sweep(ctx: StaffCtx): Promise<number> {
    const late = await this.db.shared(ctx, NetworkNotice).select(['id'], {
      where: [
        { state: 'planned', startsAt: LessThanOrEqual(ctx.now) },
        { state: 'standing', endsAt: LessThanOrEqual(ctx.now) },
      ],
      order: { id: 'ASC' },
      take: MOST_AT_ONCE,
    });
    for (const { id } of late) await this.bring(ctx, id);
    return late.length;
  }

  /** The clock of this machine was early, or the times were changed meanwhile. */
  private async waitOn(ctx: StaffCtx, notice: NetworkNotice): Promise<void> {
    const runAfter = nextBoundary(notice);
    if (runAfter)
      await this.outbox.add(ctx, new NetworkNoticeDue(notice.id), { runAfter, uniqueKey: String(notice.id) });
  }
}
