import { SharedEntity } from '@zhanqun/platform';
import { Column, Entity, Index } from 'typeorm';

export const PATROL_RUN_STATES = ['running', 'done'] as const;
export type PatrolRunState = (typeof PATROL_RUN_STATES)[number];

/** 一次巡检 of a network, or of one site when `aboutSiteId` is set. */
@Entity('patrol_run')
@Index('IDX_patrol_run_network', ['portalId', 'startedAt'])
export class PatrolRun extends SharedEntity {
  static readonly modelName = 'Patrol';

  @Column({ type: 'int' })
  portalId: number;

  @Column({ type: 'int', nullable: true })
  aboutSiteId: number | null;

  @Column({ type: 'varchar', length: 20, default: 'running' })
  state: PatrolRunState;

  /** Account, or 0 for the clock. */
  @Column({ type: 'int' })
  startedById: number;

  @Column({ type: 'datetime' })
  startedAt: Date;

  @Column({ type: 'datetime', nullable: true })
  finishedAt: Date | null;

  @Column({ type: 'int' })
  sitesTotal: number;
}
