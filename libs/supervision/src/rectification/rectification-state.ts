import { StateMachine } from '@zhanqun/kernel';
import type { RectificationState } from './rectification.entity';
import { rectificationMoveRefused } from './rectification.errors';

export type RectificationMove =
  'accept' | 'reportFixed' | 'verify' | 'return' | 'close' | 'extend' | 'cancel';

const working: RectificationState[] = ['dispatched', 'accepted', 'returned'];

/** 整改: the owner says it is fixed, the machine looks again, the supervisor closes. */
export const rectificationState = new StateMachine<RectificationState, RectificationMove>(
  {
    accept: { from: ['dispatched'], to: 'accepted' },
    reportFixed: { from: working, to: 'fixed' },
    verify: { from: ['fixed'], to: 'verified' },
    return: { from: ['fixed', 'verified'], to: 'returned' },
    close: { from: ['verified'], to: 'closed' },
    extend: { from: working, to: 'accepted' },
    cancel: { from: working, to: 'cancelled' },
  },
  rectificationMoveRefused,
);

export const RUNNING: readonly RectificationState[] = [
  'dispatched',
  'accepted',
  'fixed',
  'returned',
  'verified',
];
/** Waiting for the owner: only here does the clock count against them. */
export const OWNERS_TURN: readonly RectificationState[] = working;
