import { SharedEntity } from '@zhanqun/platform';
import { Column, Entity, Index } from 'typeorm';

export const AGREEMENT_STATES = ['offered', 'agreed', 'declined', 'ended'] as const;
export type AgreementState = (typeof AGREEMENT_STATES)[number];

/** direct: taken over as it was reviewed at its source · review: walks the receiver's own review. */
export const AGREEMENT_WAYS = ['direct', 'review'] as const;
export type AgreementWay = (typeof AGREEMENT_WAYS)[number];

export const COPIES_AFTERWARDS = ['keep', 'withdraw'] as const;
export type CopiesAfterwards = (typeof COPIES_AFTERWARDS)[number];

/**
 * 共建协议: one channel of the receiving site is fed by one channel of a contributing site. `openKey` is unique
 * while it is offered or agreed, so one contributor feeds one channel once.
 */
@Entity('channel_agreement')
@Index('IDX_channel_agreement_to', ['toSiteId', 'state'])
@Index('IDX_channel_agreement_from', ['fromSiteId', 'state'])
@Index('UQ_channel_agreement_open', ['openKey'], { unique: true })
export class ChannelAgreement extends SharedEntity {
  /** The receiving site, which offers. */
  @Column({ type: 'int' })
  toSiteId: number;

  @Column({ type: 'int' })
  toChannelId: number;

  /** Names are kept, because neither side reads the other's channels. */
  @Column({ type: 'varchar', length: 50 })
  toChannelName: string;

  /** The contributing site, which agrees and chooses its channel. */
  @Column({ type: 'int' })
  fromSiteId: number;

  @Column({ type: 'int', nullable: true })
  fromChannelId: number | null;

  @Column({ type: 'varchar', length: 50, default: '' })
  fromChannelName: string;

  @Column({ type: 'varchar', length: 60, nullable: true })
  openKey: string | null;

  @Column({ type: 'varchar', length: 20, default: 'offered' })
  state: AgreementState;

  @Column({ type: 'varchar', length: 10 })
  way: AgreementWay;

  /** 维护责任单位 or person, in words. */
  @Column({ type: 'varchar', length: 100 })
  maintainer: string;

  @Column({ type: 'varchar', length: 500, default: '' })
  note: string;

  @Column({ type: 'varchar', length: 50 })
  offeredByName: string;

  @Column({ type: 'datetime' })
  offeredAt: Date;

  @Column({ type: 'varchar', length: 50, default: '' })
  agreedByName: string;

  /** It runs since then. */
  @Column({ type: 'datetime', nullable: true })
  agreedAt: Date | null;

  @Column({ type: 'varchar', length: 50, default: '' })
  endedByName: string;

  @Column({ type: 'datetime', nullable: true })
  endedAt: Date | null;

  @Column({ type: 'varchar', length: 500, default: '' })
  endedReason: string;

  /** What became of the copies when it ended. */
  @Column({ type: 'varchar', length: 10, nullable: true })
  copies: CopiesAfterwards | null;
}
