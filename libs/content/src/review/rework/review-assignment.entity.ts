import { SiteEntity } from '@zhanqun/platform';
import { Column, Entity, Index } from 'typeorm';
import type { ReviewStepName } from '../review';

/** 认领和改派：who takes a step of a round on. Others may take it over, never pass it beside them. */
@Entity('review_assignment')
@Index('UQ_review_assignment', ['siteId', 'revisionId', 'round', 'step'], { unique: true })
export class ReviewAssignment extends SiteEntity {
  @Column({ type: 'int' })
  articleId: number;

  @Column({ type: 'int' })
  revisionId: number;

  @Column({ type: 'int' })
  round: number;

  @Column({ type: 'varchar', length: 20 })
  step: ReviewStepName;

  @Column({ type: 'int' })
  accountId: number;

  @Column({ type: 'varchar', length: 50 })
  accountName: string;

  /** Null when it was claimed by the person. */
  @Column({ type: 'varchar', length: 50, nullable: true })
  assignedByName: string | null;

  @Column({ type: 'datetime' })
  at: Date;
}
