import { SiteEntity } from '@zhanqun/platform';
import { Column, Entity, Index } from 'typeorm';
import type { ReviewStepName } from './review';

export const REVIEW_DECISIONS = [
  'submit',
  'pass',
  'sendBack',
  'recall',
  'reopen',
  'schedule',
  'publish',
  'withdraw',
] as const;
export type ReviewDecision = (typeof REVIEW_DECISIONS)[number];

/** 审核记录：one decision on a text, signed with the real name of the day. Written once, never changed. */
@Entity('review_step')
@Index('IDX_review_step_article', ['siteId', 'articleId'])
@Index('IDX_review_step_revision', ['siteId', 'revisionId', 'round'])
export class ReviewStep extends SiteEntity {
  @Column({ type: 'int' })
  articleId: number;

  @Column({ type: 'int' })
  revisionId: number;

  @Column({ type: 'int' })
  round: number;

  /** Null for decisions that belong to no step, such as a submission. */
  @Column({ type: 'varchar', length: 20, nullable: true })
  step: ReviewStepName | null;

  @Column({ type: 'varchar', length: 20 })
  decision: ReviewDecision;

  @Column({ type: 'varchar', length: 500, default: '' })
  reason: string;

  /** Version of the words that were decided on. */
  @Column({ type: 'int' })
  version: number;

  @Column({ type: 'int' })
  byId: number;

  @Column({ type: 'varchar', length: 50 })
  byName: string;

  @Column({ type: 'datetime' })
  at: Date;
}
