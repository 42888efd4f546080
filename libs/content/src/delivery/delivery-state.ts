import { StateMachine } from '@zhanqun/kernel';
import type { DeliveryState } from './delivery.entity';
import { deliveryMoveRefused } from './delivery.errors';

export type DeliveryMove = 'accept' | 'decline' | 'recall';

/** A delivery is decided once, by the receiver, or recalled before that by the sender. */
export const deliveryState = new StateMachine<DeliveryState, DeliveryMove>(
  {
    accept: { from: ['sent'], to: 'accepted' },
    decline: { from: ['sent'], to: 'declined' },
    recall: { from: ['sent'], to: 'recalled' },
  },
  deliveryMoveRefused,
);
