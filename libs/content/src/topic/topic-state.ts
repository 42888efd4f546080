import { StateMachine } from '@zhanqun/kernel';
import type { TopicState } from './topic.entity';
import { topicMoveRefused } from './topic.errors';

export type TopicMove = 'apply' | 'recall' | 'approve' | 'refuse' | 'open' | 'archive' | 'close' | 'reopen';

/** 专题: 申请 → 批准 → 开通 → 到期归档；未批准的退回修改，办得不好的由数据中心强制关闭. */
export const topicLife = new StateMachine<TopicState, TopicMove>(
  {
    apply: { from: ['draft'], to: 'pending' },
    recall: { from: ['pending'], to: 'draft' },
    approve: { from: ['pending'], to: 'approved' },
    refuse: { from: ['pending'], to: 'draft' },
    open: { from: ['approved'], to: 'running' },
    archive: { from: ['running'], to: 'archived' },
    close: { from: ['approved', 'running', 'archived'], to: 'closed' },
    /** A closed topic comes back only as a new application. */
    reopen: { from: ['closed', 'archived'], to: 'draft' },
  },
  topicMoveRefused,
);

/** What citizens can open: an approved topic from its first day on, and what is left of it after its end. */
export const PUBLIC_STATES: readonly TopicState[] = ['running', 'archived'];
