import { SiteEntity } from '@zhanqun/platform';
import { Column, Entity, Index } from 'typeorm';

export const CHECK_RUN_REASONS = ['listsChanged', 'regular', 'asked'] as const;
export type CheckRunReason = (typeof CHECK_RUN_REASONS)[number];

/** 复查: one walk over all published articles of a site. `afterId` is how far it came: a crash loses one batch. */
@Entity('check_run')
@Index('IDX_check_run_started', ['siteId', 'startedAt'])
export class CheckRun extends SiteEntity {
  @Column({ type: 'varchar', length: 20 })
  reason: CheckRunReason;

  @Column({ type: 'varchar', length: 20, default: 'running' })
  state: 'running' | 'done';

  /** Articles there were at the start. */
  @Column({ type: 'int', default: 0 })
  total: number;

  @Column({ type: 'int', default: 0 })
  checked: number;

  /** Hits that wait for somebody. */
  @Column({ type: 'int', default: 0 })
  found: number;

  @Column({ type: 'int', default: 0 })
  afterId: number;

  @Column({ type: 'int' })
  startedById: number;

  @Column({ type: 'varchar', length: 50, default: '' })
  startedByName: string;

  @Column({ type: 'datetime' })
  startedAt: Date;

  @Column({ type: 'datetime', nullable: true })
  finishedAt: Date | null;
}
