import { SharedEntity } from '@zhanqun/platform';
import { Column, Entity, Index } from 'typeorm';
import type { Importance } from '../review';
import type { PlannedStep } from '../plan/review-plan';

/** Stands for every kind that has no template of its own. */
export const ANY_KIND = '*';

/**
 * 审核模板：the steps of one kind and importance, set at one level. `ofSiteId` 0 is the platform; a portal's
 * row also holds for the sites below it. Never fewer steps than the regulation asks.
 */
@Entity('review_template')
@Index('UQ_review_template', ['ofSiteId', 'kind', 'importance'], { unique: true })
export class ReviewTemplate extends SharedEntity {
  @Column({ type: 'int' })
  ofSiteId: number;

  /** Code of an article kind, or `*`. */
  @Column({ type: 'varchar', length: 40 })
  kind: string;

  @Column({ type: 'varchar', length: 20 })
  importance: Importance;

  @Column({ type: 'varchar', length: 50 })
  name: string;

  @Column({ type: 'simple-json' })
  steps: readonly PlannedStep[];

  /** 可批量通过. */
  @Column({ type: 'boolean', default: false })
  isTrusted: boolean;

  /** Levels below may not set their own. */
  @Column({ type: 'boolean', default: false })
  isLocked: boolean;

  @Column({ type: 'varchar', length: 50, default: '' })
  changedByName: string;
}
