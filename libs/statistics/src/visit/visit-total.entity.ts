import { SiteEntity } from '@zhanqun/platform';
import { Column, Entity, Index } from 'typeorm';

export type VisitScope = 'site' | 'network';

/**
 * 站点访问概况：hits and visitors of one site on one day, or of the whole network (the portal's row).
 * The registers are an estimate, from which nobody can be read back (docs/decisions/0028).
 */
@Entity('visit_total')
@Index('UQ_visit_total', ['siteId', 'scope', 'period'], { unique: true })
export class VisitTotal extends SiteEntity {
  @Column({ type: 'varchar', length: 10 })
  scope: VisitScope;

  /** Shanghai day; a month (`2026-03`) once its days were rolled up. */
  @Column({ type: 'varchar', length: 10 })
  period: string;

  @Column({ type: 'int' })
  views: number;

  /** Estimated. Of a month: visitors of each day added up, because nobody is known again on another day. */
  @Column({ type: 'int' })
  visitors: number;

  /** Hits by hour of the day, 24 numbers. */
  @Column({ type: 'simple-json' })
  hours: number[];

  /** `VisitorSketch.toText`; empty where none is kept. */
  @Column({ type: 'text' })
  registers: string;
}
