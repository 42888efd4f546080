import { SharedEntity } from '@zhanqun/platform';
import { Column, Entity, Index } from 'typeorm';
import type { DeliveredDocument } from './delivered-document';

/** 报送 upwards to the portal · 推送 from the portal down · 引用 between neighbours. */
export const DELIVERY_KINDS = ['submission', 'push', 'reference'] as const;
export type DeliveryKind = (typeof DELIVERY_KINDS)[number];

export const DELIVERY_STATES = ['sent', 'accepted', 'declined', 'recalled'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** What the receiver wants when the source changes: to be asked, or the copy to follow at once. */
export const ON_CHANGE = ['todo', 'atOnce'] as const;
export type OnChange = (typeof ON_CHANGE)[number];

export const SOURCE_STATES = ['current', 'changed', 'withdrawn'] as const;
export type SourceState = (typeof SOURCE_STATES)[number];

/**
 * 报送、推送、引用: the envelope in which a document goes from one site to another. It carries a frozen
 * copy, so neither side ever reads the other's rows. `openKey` is unique while the document is under
 * way or accepted, so the same document is not sent twice.
 */
@Entity('delivery')
@Index('IDX_delivery_inbox', ['toSiteId', 'state', 'sentAt'])
@Index('IDX_delivery_outbox', ['fromSiteId', 'state', 'sentAt'])
@Index('IDX_delivery_source', ['fromSiteId', 'sourceArticleId'])
@Index('IDX_delivery_copy', ['toSiteId', 'copyArticleId'])
@Index('UQ_delivery_open', ['openKey'], { unique: true })
export class Delivery extends SharedEntity {
  @Column({ type: 'int' })
  fromSiteId: number;

  @Column({ type: 'int' })
  toSiteId: number;

  @Column({ type: 'varchar', length: 20 })
  kind: DeliveryKind;

  @Column({ type: 'int' })
  sourceArticleId: number;

  @Column({ type: 'varchar', length: 60, nullable: true })
  openKey: string | null;

  @Column({ type: 'varchar', length: 200 })
  title: string;

  /** As sent, or as last taken over by the receiver. */
  @Column({ type: 'simple-json' })
  document: DeliveredDocument;

  /** What the sender says with it. */
  @Column({ type: 'varchar', length: 500, default: '' })
  note: string;

  @Column({ type: 'varchar', length: 20, default: 'sent' })
  state: DeliveryState;

  @Column({ type: 'int' })
  sentById: number;

  @Column({ type: 'varchar', length: 50 })
  sentByName: string;

  @Column({ type: 'datetime' })
  sentAt: Date;

  @Column({ type: 'varchar', length: 50, default: '' })
  decidedByName: string;

  @Column({ type: 'datetime', nullable: true })
  decidedAt: Date | null;

  /** Why it was declined or recalled. */
  @Column({ type: 'varchar', length: 500, default: '' })
  reason: string;

  @Column({ type: 'int', nullable: true })
  copyArticleId: number | null;

  @Column({ type: 'varchar', length: 20, default: 'todo' })
  onChange: OnChange;

  @Column({ type: 'varchar', length: 20, default: 'current' })
  sourceState: SourceState;

  /** The corrected document that waits for the receiver; null while nothing waits. */
  @Column({ type: 'simple-json', nullable: true })
  pendingDocument: DeliveredDocument | null;

  @Column({ type: 'datetime', nullable: true })
  sourceChangedAt: Date | null;

  @Column({ type: 'varchar', length: 500, default: '' })
  sourceReason: string;
}
