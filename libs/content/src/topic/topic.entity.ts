import { SiteEntity } from '@zhanqun/platform';
import { Column, Entity, Index } from 'typeorm';

export const TOPIC_STATES = ['draft', 'pending', 'approved', 'running', 'archived', 'closed'] as const;
export type TopicState = (typeof TOPIC_STATES)[number];

/** Colours of a topic's head, each with white text readable on it. */
export const TOPIC_LOOKS = ['red', 'blue', 'green', 'gold', 'ink'] as const;
export type TopicLook = (typeof TOPIC_LOOKS)[number];

/** 专题的一个栏目: the newest of a channel, or articles chosen one by one. */
export interface TopicSection {
  readonly title: string;
  readonly intro: string;
  readonly style: 'list' | 'pictures' | 'headline';
  readonly channelId: number | null;
  readonly count: number;
  /** Chosen articles stand before those of the channel. */
  readonly articleIds: readonly number[];
}

/**
 * 专题：an edited set of pages with an owner, a beginning and an end. What citizens read of it was approved;
 * its address `/zt/<path>/` is for life, also when the topic is over.
 */
@Entity('topic')
@Index('UQ_topic_path', ['siteId', 'path'], { unique: true })
@Index('IDX_topic_list', ['siteId', 'state', 'startsOn'])
export class Topic extends SiteEntity {
  @Column({ type: 'varchar', length: 40 })
  path: string;

  @Column({ type: 'varchar', length: 50 })
  name: string;

  @Column({ type: 'varchar', length: 20, default: 'draft' })
  state: TopicState;

  @Column({ type: 'text' })
  intro: string;

  @Column({ type: 'varchar', length: 20, default: 'red' })
  look: TopicLook;

  @Column({ type: 'int', nullable: true })
  bannerAssetId: number | null;

  @Column({ type: 'varchar', length: 300, default: '' })
  bannerPath: string;

  @Column({ type: 'varchar', length: 200, default: '' })
  bannerAlt: string;

  /** 责任单位: who opens it is responsible for it. */
  @Column({ type: 'int', nullable: true })
  ownerOrganisationId: number | null;

  @Column({ type: 'varchar', length: 100, default: '' })
  ownerName: string;

  /** First and last day, Shanghai. */
  @Column({ type: 'varchar', length: 10 })
  startsOn: string;

  @Column({ type: 'varchar', length: 10 })
  endsOn: string;

  @Column({ type: 'simple-json' })
  sections: readonly TopicSection[];

  /** 申请理由. */
  @Column({ type: 'varchar', length: 1000, default: '' })
  reason: string;

  @Column({ type: 'int' })
  createdById: number;

  @Column({ type: 'varchar', length: 50 })
  createdByName: string;

  @Column({ type: 'int', nullable: true })
  appliedById: number | null;

  @Column({ type: 'varchar', length: 50, default: '' })
  appliedByName: string;

  @Column({ type: 'datetime', nullable: true })
  appliedAt: Date | null;

  @Column({ type: 'varchar', length: 50, default: '' })
  decidedByName: string;

  @Column({ type: 'datetime', nullable: true })
  decidedAt: Date | null;

  /** Words of the last decision. */
  @Column({ type: 'varchar', length: 1000, default: '' })
  opinion: string;

  @Column({ type: 'varchar', length: 50, default: '' })
  closedByName: string;

  @Column({ type: 'datetime', nullable: true })
  closedAt: Date | null;

  @Column({ type: 'varchar', length: 1000, default: '' })
  closedReason: string;

  @Column({ type: 'datetime', nullable: true })
  openedAt: Date | null;

  @Column({ type: 'datetime', nullable: true })
  archivedAt: Date | null;

  /** Counts saves; a stale save is refused. */
  @Column({ type: 'int', default: 1 })
  version: number;
}
