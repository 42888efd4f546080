import { SharedEntity } from '@zhanqun/platform';
import { Column, Entity, Index } from 'typeorm';

/** What a patrol found at one site: one row a site and run, so a repeated job counts once. */
@Entity('patrol_visit')
@Index('UQ_patrol_visit', ['runId', 'aboutSiteId'], { unique: true })
@Index('IDX_patrol_visit_site', ['aboutSiteId', 'visitedAt'])
export class PatrolVisit extends SharedEntity {
  @Column({ type: 'int' })
  runId: number;

  @Column({ type: 'int' })
  aboutSiteId: number;

  @Column({ type: 'int' })
  portalId: number;

  @Column({ type: 'datetime' })
  visitedAt: Date;

  /** Faults standing after the visit. */
  @Column({ type: 'int' })
  standing: number;

  @Column({ type: 'int' })
  appeared: number;

  @Column({ type: 'int' })
  cleared: number;

  /** Indicators that could not be measured, with what stopped them; empty when all went well. */
  @Column({ type: 'simple-json' })
  failures: readonly { readonly indicator: string; readonly message: string }[];
}
