import { SharedEntity } from '@zhanqun/platform';
import { Column, Entity, Index } from 'typeorm';

/** dispatched 待签收 → accepted 整改中 → fixed 待复核 → verified 复核通过 → closed 已办结; returned 退回重改. */
export const RECTIFICATION_STATES = [
  'dispatched',
  'accepted',
  'fixed',
  'returned',
  'verified',
  'closed',
  'cancelled',
] as const;
export type RectificationState = (typeof RECTIFICATION_STATES)[number];

/** 整改单: one finding dispatched to the organisation that owns the fault, with a deadline in working days. */
@Entity('rectification')
@Index('IDX_rectification_site', ['aboutSiteId', 'state'])
@Index('IDX_rectification_network', ['portalId', 'state', 'dueOn'])
@Index('IDX_rectification_finding', ['findingId'])
export class Rectification extends SharedEntity {
  @Column({ type: 'int' })
  findingId: number;

  @Column({ type: 'int' })
  aboutSiteId: number;

  @Column({ type: 'int' })
  portalId: number;

  @Column({ type: 'int' })
  organisationId: number;

  @Column({ type: 'varchar', length: 20, default: 'dispatched' })
  state: RectificationState;

  @Column({ type: 'varchar', length: 500 })
  title: string;

  /** What the supervisor asks for. */
  @Column({ type: 'text' })
  demand: string;

  @Column({ type: 'int' })
  workingDays: number;

  /** Last day of the period, Shanghai. */
  @Column({ type: 'varchar', length: 10 })
  dueOn: string;

  @Column({ type: 'int' })
  dispatchedById: number;

  @Column({ type: 'datetime' })
  dispatchedAt: Date;

  @Column({ type: 'int', nullable: true })
  acceptedById: number | null;

  @Column({ type: 'datetime', nullable: true })
  acceptedAt: Date | null;

  /** What the owner says was done. */
  @Column({ type: 'text', nullable: true })
  fixedNote: string | null;

  @Column({ type: 'int', nullable: true })
  fixedById: number | null;

  @Column({ type: 'datetime', nullable: true })
  fixedAt: Date | null;

  @Column({ type: 'datetime', nullable: true })
  verifiedAt: Date | null;

  /** Why the machine or the supervisor gave it back. */
  @Column({ type: 'text', nullable: true })
  returnedReason: string | null;

  @Column({ type: 'varchar', length: 500, default: '' })
  extensionReason: string;

  @Column({ type: 'int', nullable: true })
  closedById: number | null;

  @Column({ type: 'datetime', nullable: true })
  closedAt: Date | null;
}
