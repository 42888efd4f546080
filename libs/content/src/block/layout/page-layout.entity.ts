import { SiteEntity } from '@zhanqun/platform';
import { Column, Entity, Index } from 'typeorm';
import type { LayoutBlock } from '../layout-block';

/**
 * 版面: the blocks of the home page or of a topic's page. Citizens see `published` only; a draft becomes it by one
 * act of publishing. While nothing was published the page has the theme's default, or the topic's own sections.
 */
@Entity('page_layout')
@Index('UQ_page_layout_page', ['siteId', 'page'], { unique: true })
export class PageLayout extends SiteEntity {
  /** `home` or `topic:7`. */
  @Column({ type: 'varchar', length: 40 })
  page: string;

  @Column({ type: 'simple-json', nullable: true })
  draft: readonly LayoutBlock[] | null;

  @Column({ type: 'simple-json', nullable: true })
  published: readonly LayoutBlock[] | null;

  /** Counts every change; a stale save is refused. */
  @Column({ type: 'int', default: 1 })
  version: number;

  @Column({ type: 'int', default: 0 })
  savedById: number;

  @Column({ type: 'varchar', length: 50, default: '' })
  savedByName: string;

  @Column({ type: 'datetime', nullable: true })
  savedAt: Date | null;

  /** Number of the release that citizens see; 0 before the first. */
  @Column({ type: 'int', default: 0 })
  releaseNumber: number;
}
