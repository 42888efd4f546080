import { SiteEntity } from '@zhanqun/platform';
import { Column, Entity, Index } from 'typeorm';

/** 访问量：how often a page of an article was opened on one day. Nothing about who opened it is kept. */
@Entity('visit_count')
@Index('UQ_visit_count', ['siteId', 'onDay', 'articleId'], { unique: true })
export class VisitCount extends SiteEntity {
  @Column({ type: 'int' })
  articleId: number;

  /** Shanghai day. */
  @Column({ type: 'varchar', length: 10 })
  onDay: string;

  @Column({ type: 'int' })
  views: number;
}
