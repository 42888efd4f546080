import { SiteEntity } from '@zhanqun/platform';
import { Column, Entity, Index } from 'typeorm';
import type { LayoutBlock } from '../layout-block';

/** 版面的一次发布: what citizens saw from then on, by whom. Never changed afterwards. */
@Entity('layout_release')
@Index('UQ_layout_release_number', ['siteId', 'page', 'number'], { unique: true })
export class LayoutRelease extends SiteEntity {
  @Column({ type: 'varchar', length: 40 })
  page: string;

  @Column({ type: 'int' })
  number: number;

  @Column({ type: 'simple-json' })
  blocks: readonly LayoutBlock[];

  @Column({ type: 'int', default: 0 })
  publishedById: number;

  @Column({ type: 'varchar', length: 50, default: '' })
  publishedByName: string;

  @Column({ type: 'datetime' })
  publishedAt: Date;

  /** What was changed and why, in the publisher's words. */
  @Column({ type: 'varchar', length: 200, default: '' })
  note: string;
}
