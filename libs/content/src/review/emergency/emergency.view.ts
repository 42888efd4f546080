import type { RevisionState } from '../review';
import type { EmergencyPublication, EmergencyState } from './emergency.entity';

const iso = (instant: Date | null): string | null => instant?.toISOString() ?? null;

export class EmergencyView {
  id: number;
  articleId: number;
  title: string;
  state: EmergencyState;
  reviewState: RevisionState;
  reason: string;
  byName: string;
  at: string;
  dueAt: string;
  isOverdue: boolean;
  /** A failed review brings the former text back; otherwise it takes the article down. */
  hasFormer: boolean;
  closedAt: string | null;
  failedReason: string;
}

export class EmergencyPageView {
  items: EmergencyView[];
  total: number;
  page: number;
  pageSize: number;
}

export function toEmergencyView(row: EmergencyPublication, now: Date): EmergencyView {
  const { id, articleId, title, state, reviewState, reason, byName, failedReason } = row;
  return {
    id,
    articleId,
    title,
    state,
    reviewState,
    reason,
    byName,
    at: row.at.toISOString(),
    dueAt: row.dueAt.toISOString(),
    isOverdue: row.dueAt < (row.closedAt ?? now),
    hasFormer: row.formerRevisionId !== null,
    closedAt: iso(row.closedAt),
    failedReason,
  };
}
