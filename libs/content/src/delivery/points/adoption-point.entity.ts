import { SharedEntity } from '@zhanqun/platform';
import { Column, Entity, Index } from 'typeorm';

/**
 * 采用积分: what a site and its writer earned by one article that another site carried. Written when the copy
 * goes live; taken back, never removed, when the copy is withdrawn early.
 */
@Entity('adoption_point')
@Index('IDX_adoption_point_ranking', ['toSiteId', 'at'])
@Index('IDX_adoption_point_own', ['fromSiteId', 'at'])
@Index('UQ_adoption_point_delivery', ['deliveryId'], { unique: true })
export class AdoptionPoint extends SharedEntity {
  @Column({ type: 'int' })
  deliveryId: number;

  /** Who earned it. */
  @Column({ type: 'int' })
  fromSiteId: number;

  /** Who gave it. */
  @Column({ type: 'int' })
  toSiteId: number;

  @Column({ type: 'varchar', length: 200 })
  title: string;

  @Column({ type: 'int', nullable: true })
  writerId: number | null;

  @Column({ type: 'varchar', length: 50, default: '' })
  writerName: string;

  @Column({ type: 'varchar', length: 20 })
  grade: string;

  @Column({ type: 'int' })
  points: number;

  @Column({ type: 'datetime' })
  at: Date;

  @Column({ type: 'datetime', nullable: true })
  takenBackAt: Date | null;

  @Column({ type: 'varchar', length: 500, default: '' })
  takenBackReason: string;
}
