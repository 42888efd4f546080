import type { SiteStatus } from '@zhanqun/kernel';
import { SharedEntity } from '@zhanqun/platform';
import { Column, Entity, Index } from 'typeorm';

/** 站点状态变更: one line of a site's history. Written once, never changed. */
@Entity('site_status_change')
@Index('IDX_site_status_change', ['ofSiteId', 'createdAt'])
export class SiteStatusChange extends SharedEntity {
  @Column({ type: 'int' })
  ofSiteId: number;

  @Column({ type: 'varchar', length: 30 })
  move: string;

  @Column({ type: 'varchar', length: 20, nullable: true })
  fromStatus: SiteStatus | null;

  @Column({ type: 'varchar', length: 20 })
  toStatus: SiteStatus;

  @Column({ type: 'varchar', length: 500, default: '' })
  reason: string;

  /** Dates and documents of the move. */
  @Column({ type: 'simple-json' })
  facts: Readonly<Record<string, unknown>>;

  @Column({ type: 'int' })
  byId: number;

  @Column({ type: 'varchar', length: 50 })
  byName: string;
}
