import { SharedEntity } from '@zhanqun/platform';
import { Column, Entity, Index } from 'typeorm';

export const DELIVERY_EVENTS = [
  'sent',
  'resent',
  'opened',
  'reminded',
  'accepted',
  'graded',
  'declined',
  'recalled',
  'held',
  'copyPublished',
  'copyWithdrawn',
  'pointsTakenBack',
  'sourceCorrected',
  'sourceWithdrawn',
  'sourceDeleted',
  'sourcePurged',
  'applied',
  'ignored',
] as const;
export type DeliveryEventKind = (typeof DELIVERY_EVENTS)[number];

/** 往来记录: one thing that happened to an envelope, read by both sides. It is added to and never changed. */
@Entity('delivery_event')
@Index('IDX_delivery_event_list', ['deliveryId', 'id'])
export class DeliveryEvent extends SharedEntity {
  @Column({ type: 'int' })
  deliveryId: number;

  @Column({ type: 'varchar', length: 20 })
  kind: DeliveryEventKind;

  /** Who did it. */
  @Column({ type: 'varchar', length: 10 })
  side: 'sender' | 'receiver';

  @Column({ type: 'varchar', length: 50, default: '' })
  byName: string;

  @Column({ type: 'datetime' })
  at: Date;

  @Column({ type: 'varchar', length: 500, default: '' })
  note: string;
}
