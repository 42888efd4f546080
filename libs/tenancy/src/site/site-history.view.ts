import type { SiteStatus } from '@zhanqun/kernel';
import type { SiteStatusChange } from './site-status-change.entity';
import { MOVE_NAMES } from './site.errors';

export class SiteHistoryView {
  move: string;
  moveName: string;
  from: SiteStatus | null;
  to: SiteStatus;
  reason: string;
  at: Date;
  by: string;
}

export function toSiteHistoryView(change: SiteStatusChange): SiteHistoryView {
  const { move, fromStatus, toStatus, reason, createdAt, byName } = change;
  return {
    move,
    moveName: MOVE_NAMES[move] ?? move,
    from: fromStatus,
    to: toStatus,
    reason,
    at: createdAt,
    by: byName,
  };
}
