import { SharedEntity } from '@zhanqun/platform';
import { Column, Entity, Index } from 'typeorm';
import type { WithdrawnWay } from '../article/article.entity';
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

/** 推送 only: must 必须转载, with a due day and no declining · may 可转载. */
export const CARRYINGS = ['must', 'may'] as const;
export type Carrying = (typeof CARRYINGS)[number];

/** How the copy stands; null until the envelope is accepted. */
export const COPY_STATES = ['inReview', 'live', 'withdrawn'] as const;
export type CopyState = (typeof COPY_STATES)[number];

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
@Index('IDX_delivery_due', ['toSiteId', 'carrying', 'dueOn'])
@Index('IDX_delivery_agreement', ['agreementId', 'state'])
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

  /** Null on what is not pushed down. */
  @Column({ type: 'varchar', length: 10, nullable: true })
  carrying: Carrying | null;

  /** Last day to carry it, Shanghai; set with `must`. */
  @Column({ type: 'varchar', length: 10, nullable: true })
  dueOn: string | null;

  /** Who wrote the source: points are theirs. */
  @Column({ type: 'int', nullable: true })
  writerId: number | null;

  @Column({ type: 'varchar', length: 50, default: '' })
  writerName: string;

  /** When somebody who may accept it first looked at it. */
  @Column({ type: 'datetime', nullable: true })
  openedAt: Date | null;

  @Column({ type: 'varchar', length: 50, default: '' })
  openedByName: string;

  @Column({ type: 'datetime', nullable: true })
  remindedAt: Date | null;

  /** 采用等次 as the receiver's list called it at acceptance, and what it was worth then. */
  @Column({ type: 'varchar', length: 20, default: '' })
  grade: string;

  @Column({ type: 'int', default: 0 })
  points: number;

  @Column({ type: 'varchar', length: 20, nullable: true })
  copyState: CopyState | null;

  /** When the copy first went live. */
  @Column({ type: 'datetime', nullable: true })
  carriedAt: Date | null;

  /** Public address of the copy, once it was live. */
  @Column({ type: 'varchar', length: 300, default: '' })
  copyUrl: string;

  /** The 共建 agreement under which it was sent by itself. */
  @Column({ type: 'int', nullable: true })
  agreementId: number | null;

  /** The copy and its changes walk the receiver's own review, whatever the setting says. */
  @Column({ type: 'boolean', default: false })
  needsReview: boolean;

  /** How the source ended; null while it is public. */
  @Column({ type: 'varchar', length: 20, nullable: true })
  sourceWay: WithdrawnWay | 'deleted' | 'purged' | null;

  /** The sender's article that took the place of the source. */
  @Column({ type: 'int', nullable: true })
  sourceMergedIntoId: number | null;

  /** Its public address. */
  @Column({ type: 'varchar', length: 300, default: '' })
  sourceLeadsTo: string;
}
