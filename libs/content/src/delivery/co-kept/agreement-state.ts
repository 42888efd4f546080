import { StateMachine } from '@zhanqun/kernel';
import { agreementMoveRefused } from './agreement.errors';
import type { AgreementState } from './channel-agreement.entity';

export type AgreementMove = 'agree' | 'decline' | 'end';

/** Offered by the receiving site, agreed or declined by the contributor, ended by either. */
export const agreementState = new StateMachine<AgreementState, AgreementMove>(
  {
    agree: { from: ['offered'], to: 'agreed' },
    decline: { from: ['offered'], to: 'declined' },
    end: { from: ['offered', 'agreed'], to: 'ended' },
  },
  agreementMoveRefused,
);
