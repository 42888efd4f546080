import type { DeliveryEventKind } from '../history/delivery-event.entity';

export interface DeliveryNews {
  readonly to: 'sender' | 'receiver';
  /** What the other side reads; `other`: name of the site at the other end. */
  readonly words: (facts: { title: string; other: string; note: string }) => string;
}

/** What happens to an envelope that the other side is told of. */
export const DELIVERY_NEWS: Readonly<Partial<Record<DeliveryEventKind, DeliveryNews>>> = {
  sent: { to: 'receiver', words: ({ title, other }) => `收到${other}的稿件《${title}》，待签收` },
  resent: { to: 'receiver', words: ({ title, other }) => `${other}再次送来《${title}》，待签收` },
  reminded: { to: 'receiver', words: ({ title, other }) => `${other}催办：请签收《${title}》` },
  recalled: { to: 'receiver', words: ({ title, other }) => `${other}撤回了《${title}》` },
  sourceCorrected: { to: 'receiver', words: ({ title, other }) => `${other}更正了《${title}》，请核对` },
  sourceWithdrawn: { to: 'receiver', words: ({ title, other }) => `${other}撤下了《${title}》，请核对` },
  sourceDeleted: { to: 'receiver', words: ({ title, other }) => `${other}删除了《${title}》，请核对` },
  accepted: { to: 'sender', words: ({ title, other }) => `《${title}》已被${other}签收采用` },
  declined: { to: 'sender', words: ({ title, other, note }) => `《${title}》未被${other}采用：${note}` },
  held: { to: 'sender', words: ({ title, other, note }) => `《${title}》未能自动进入${other}：${note}` },
  copyPublished: { to: 'sender', words: ({ title, other }) => `《${title}》已在${other}发布` },
  copyWithdrawn: { to: 'sender', words: ({ title, other }) => `《${title}》已从${other}撤下` },
};
