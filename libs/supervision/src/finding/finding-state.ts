import { StateMachine } from '@zhanqun/kernel';
import type { FindingState } from './finding.entity';
import { findingMoveRefused } from './finding.errors';

export type FindingMove = 'dispatch' | 'recall' | 'clear' | 'dismiss';

/** 问题: a fault leaves when the machine no longer sees it, or when a supervisor does not recognise it. */
export const findingState = new StateMachine<FindingState, FindingMove>(
  {
    dispatch: { from: ['open'], to: 'dispatched' },
    recall: { from: ['dispatched'], to: 'open' },
    clear: { from: ['open', 'dispatched'], to: 'cleared' },
    dismiss: { from: ['open'], to: 'dismissed' },
  },
  findingMoveRefused,
);
