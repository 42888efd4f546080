import { SiteEntity } from '@zhanqun/platform';
import { Column, Entity, Index } from 'typeorm';
import type { RevisionState } from '../review';

/** pending 待补审 · passed 补审通过 · failed 补审未通过. */
export const EMERGENCY_STATES = ['pending', 'passed', 'failed'] as const;
export type EmergencyState = (typeof EMERGENCY_STATES)[number];

/**
 * 应急发布：a text that went live before its review. The review that follows (补审) is owed whatever happens to
 * the article afterwards: the row is never removed and is closed only by the last pass or by a failure.
 */
@Entity('emergency_publication')
@Index('IDX_emergency_state', ['siteId', 'state', 'dueAt'])
@Index('UQ_emergency_revision', ['siteId', 'revisionId'], { unique: true })
export class EmergencyPublication extends SiteEntity {
  @Column({ type: 'int' })
  articleId: number;

  @Column({ type: 'int' })
  revisionId: number;

  @Column({ type: 'varchar', length: 200 })
  title: string;

  @Column({ type: 'varchar', length: 20, default: 'pending' })
  state: EmergencyState;

  /** How far the completing review has come, in the words of the review. */
  @Column({ type: 'varchar', length: 20 })
  reviewState: RevisionState;

  @Column({ type: 'varchar', length: 500 })
  reason: string;

  @Column({ type: 'int' })
  byId: number;

  @Column({ type: 'varchar', length: 50 })
  byName: string;

  @Column({ type: 'datetime' })
  at: Date;

  /** 补审期限. */
  @Column({ type: 'datetime' })
  dueAt: Date;

  /** What was live before and comes back when the completing review fails; null = the text is taken down. */
  @Column({ type: 'int', nullable: true })
  formerRevisionId: number | null;

  @Column({ type: 'datetime', nullable: true })
  closedAt: Date | null;

  @Column({ type: 'varchar', length: 500, default: '' })
  failedReason: string;
}
