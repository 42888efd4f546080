import { SiteEntity } from '@zhanqun/platform';
import { Column, Entity, Index } from 'typeorm';
import type { ReviewStepName } from './review';

export const REVIEW_DECISIONS = [
  'submit',
  'pass',
  'sendBack',
  'returnTo',
  'edit',
  'recall',
  'reopen',
  'claim',
  'reassign',
  'schedule',
  'publish',
  'publishUrgently',
  'fail',
  'restore',
  'withdraw',
] as const;
export type ReviewDecision = (typeof REVIEW_DECISIONS)[number];

/** 审核记录：one decision on a text, signed with the real name of the day. Written once, never changed. */
@Entity('review_step')
@Index('IDX_review_step_article', ['siteId', 'articleId'])
@Index('IDX_review_step_decision', ['siteId', 'decision', 'at'])
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

  /** 退到的环节; null for other decisions. */
  @Column({ type: 'varchar', length: 20, nullable: true })
  toStep: ReviewStepName | null;

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

  /** 受托代审: whose right was used; null when it was the signer's own. */
  @Column({ type: 'int', nullable: true })
  onBehalfOfId: number | null;

  @Column({ type: 'varchar', length: 50, default: '' })
  onBehalfOfName: string;

  @Column({ type: 'datetime' })
  at: Date;
}
