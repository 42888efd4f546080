import { SiteEntity } from '@zhanqun/platform';
import { Column, Entity, Index } from 'typeorm';
import type { PageKind } from './visited-page';

/** 页面访问量：how often one page was opened on one day. Nothing about who opened it is kept. */
@Entity('visit_count')
@Index('UQ_visit_count', ['siteId', 'onDay', 'kind', 'subjectId'], { unique: true })
export class VisitCount extends SiteEntity {
  /** Article, channel or topic; 0 where the kind has one page or is not told apart. */
  @Column({ type: 'int' })
  subjectId: number;

  /** Shanghai day; a month (`2026-03`) once its days were rolled up. */
  @Column({ type: 'varchar', length: 10 })
  onDay: string;

  @Column({ type: 'int' })
  views: number;

  @Column({ type: 'varchar', length: 10, default: 'article' })
  kind: PageKind;
}
