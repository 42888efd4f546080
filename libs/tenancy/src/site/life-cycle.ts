import { StateMachine, type SiteStatus } from '@zhanqun/kernel';
import { siteMoveRefused } from './site.errors';

export type SiteMove = 'goOnline' | 'suspend' | 'resume' | 'announceClosing' | 'withdrawClosing' | 'close';

/**
 * 站点生命周期: 筹建 → 在线 ⇄ 临时下线，在线 → 关停公示 → 已关停。已关停不可逆。
 *
 * A closing site stays in service until the very end, so the notice starts from `online` alone: a
 * suspended site has no home page to put it on.
 */
export const lifeCycle = new StateMachine<SiteStatus, SiteMove>(
  {
    goOnline: { from: ['preparing'], to: 'online' },
    suspend: { from: ['online'], to: 'suspended' },
    resume: { from: ['suspended'], to: 'online' },
    announceClosing: { from: ['online'], to: 'closing' },
    withdrawClosing: { from: ['closing'], to: 'online' },
    close: { from: ['closing'], to: 'closed' },
  },
  siteMoveRefused,
);
