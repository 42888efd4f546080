import { SiteEntity } from '@zhanqun/platform';
import { Column, Entity, Index } from 'typeorm';

/**
 * 审核委托：while somebody is away, a stand-in reviews at this site with the absent person's roles. The
 * stand-in is bound by the same separation of duties, and can pass the right on to nobody.
 */
@Entity('review_delegation')
@Index('IDX_review_delegation_to', ['siteId', 'toId', 'endsOn'])
export class ReviewDelegation extends SiteEntity {
  @Column({ type: 'int' })
  fromId: number;

  @Column({ type: 'varchar', length: 50 })
  fromName: string;

  @Column({ type: 'int' })
  toId: number;

  @Column({ type: 'varchar', length: 50 })
  toName: string;

  /** First and last day, Shanghai. */
  @Column({ type: 'varchar', length: 10 })
  startsOn: string;

  @Column({ type: 'varchar', length: 10 })
  endsOn: string;

  @Column({ type: 'varchar', length: 200, default: '' })
  reason: string;

  @Column({ type: 'datetime', nullable: true })
  endedAt: Date | null;

  @Column({ type: 'varchar', length: 50, default: '' })
  endedByName: string;
}
