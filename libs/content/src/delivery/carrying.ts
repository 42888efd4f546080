import type { Delivery } from './delivery.entity';

type Standing = Pick<Delivery, 'carrying' | 'dueOn' | 'state' | 'carriedAt' | 'copyState'>;

/** How far an envelope has come, in one word for both sides. */
export const PROGRESS = [
  'waits',
  'overdue',
  'inReview',
  'live',
  'copyWithdrawn',
  'declined',
  'recalled',
] as const;
export type Progress = (typeof PROGRESS)[number];

/** 逾期未转载: a must-carry document that was never live at the receiver when its due day is over. */
export function isOverdue({ carrying, dueOn, state, carriedAt }: Standing, today: string): boolean {
  if (carrying !== 'must' || dueOn === null || carriedAt !== null) return false;
  return (state === 'sent' || state === 'accepted') && dueOn < today;
}

export function progressOf(delivery: Standing, today: string): Progress {
  if (isOverdue(delivery, today)) return 'overdue';
  switch (delivery.state) {
    case 'sent':
      return 'waits';
    case 'declined':
      return 'declined';
    case 'recalled':
      return 'recalled';
    case 'accepted':
      if (delivery.copyState === 'withdrawn') return 'copyWithdrawn';
      return delivery.copyState === 'live' ? 'live' : 'inReview';
  }
}
