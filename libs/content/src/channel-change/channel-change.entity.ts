import { SiteEntity } from '@zhanqun/platform';
import { Column, Entity, Index } from 'typeorm';
import type { ChannelKind, UpdateClass } from '../channel/channel.entity';

export const CHANNEL_CHANGE_KINDS = ['open', 'merge', 'close', 'owner', 'cycle'] as const;
export type ChannelChangeKind = (typeof CHANNEL_CHANGE_KINDS)[number];

export const CHANNEL_CHANGE_STATES = ['pending', 'approved', 'refused', 'recalled'] as const;
export type ChannelChangeState = (typeof CHANNEL_CHANGE_STATES)[number];

/** What is to become of the channel. Of a plan only the part of its kind is filled in. */
export interface ChannelPlan {
  /** 开设: what the new channel is. */
  readonly name?: string;
  readonly path?: string;
  readonly parentId?: number | null;
  readonly kind?: ChannelKind;
  readonly description?: string;
  readonly isNavigation?: boolean;
  /** 开设、归属变更: 责任单位. */
  readonly ownerOrganisationId?: number | null;
  /** 开设、更新周期变更. */
  readonly updateClass?: UpdateClass;
  readonly cycleDays?: number | null;
}

/**
 * 栏目变更申请：开设、合并、关闭、归属或更新周期的变更. Nothing of the site changes before it is approved; what is
 * approved is done in the same transaction.
 */
@Entity('channel_change')
@Index('IDX_channel_change_list', ['siteId', 'state', 'id'])
@Index('UQ_channel_change_open', ['siteId', 'openKey'], { unique: true })
export class ChannelChange extends SiteEntity {
  @Column({ type: 'varchar', length: 20 })
  kind: ChannelChangeKind;

  @Column({ type: 'varchar', length: 20, default: 'pending' })
  state: ChannelChangeState;

  /** The channel it is about; of an opening, the one that was opened. */
  @Column({ type: 'int', nullable: true })
  channelId: number | null;

  @Column({ type: 'varchar', length: 50 })
  channelName: string;

  /** 合并、关闭: where the articles go. */
  @Column({ type: 'int', nullable: true })
  intoChannelId: number | null;

  @Column({ type: 'simple-json' })
  plan: ChannelPlan;

  @Column({ type: 'varchar', length: 1000 })
  reason: string;

  /** 审核和发布要求: who writes, who reviews, how it is kept up. */
  @Column({ type: 'varchar', length: 1000, default: '' })
  keeping: string;

  @Column({ type: 'int' })
  appliedById: number;

  @Column({ type: 'varchar', length: 50 })
  appliedByName: string;

  @Column({ type: 'datetime' })
  appliedAt: Date;

  @Column({ type: 'int', nullable: true })
  decidedById: number | null;

  @Column({ type: 'varchar', length: 50, default: '' })
  decidedByName: string;

  @Column({ type: 'datetime', nullable: true })
  decidedAt: Date | null;

  @Column({ type: 'varchar', length: 1000, default: '' })
  opinion: string;

  /** What was done, in a sentence. */
  @Column({ type: 'varchar', length: 500, default: '' })
  outcome: string;

  /** While pending: one application about one channel at a time. */
  @Column({ type: 'varchar', length: 40, nullable: true })
  openKey: string | null;
}
