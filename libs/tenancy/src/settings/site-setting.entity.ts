import { Column, Entity, Index } from 'typeorm';
import { SharedEntity } from '@zhanqun/platform';

/** 设置值: one setting at one level. `ofSiteId` 0 is the platform; a portal's row also descends to its sites. */
@Entity('site_setting')
@Index('UQ_site_setting', ['ofSiteId', 'key'], { unique: true })
export class SiteSetting extends SharedEntity {
  @Column({ type: 'int' })
  ofSiteId: number;

  @Column({ type: 'varchar', length: 100 })
  key: string;

  @Column({ type: 'simple-json' })
  value: unknown;

  /** Levels below may not override it. */
  @Column({ type: 'boolean', default: false })
  isLocked: boolean;
}
