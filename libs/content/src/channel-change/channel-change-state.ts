import { StateMachine } from '@zhanqun/kernel';
import type { ChannelChangeState } from './channel-change.entity';
import { channelChangeMoveRefused } from './channel-change.errors';

export const channelChangeLife = new StateMachine<ChannelChangeState, 'approve' | 'refuse' | 'recall'>(
  {
    approve: { from: ['pending'], to: 'approved' },
    refuse: { from: ['pending'], to: 'refused' },
    recall: { from: ['pending'], to: 'recalled' },
  },
  channelChangeMoveRefused,
);
