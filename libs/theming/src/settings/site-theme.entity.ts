import { SiteEntity } from '@zhanqun/platform';
import { Column, Entity, Index } from 'typeorm';

/** 站点外观: the theme a site chose and its values for that theme's settings. At most one row a site. */
@Entity('site_theme')
@Index('UQ_site_theme_site', ['siteId'], { unique: true })
export class SiteTheme extends SiteEntity {
  @Column({ type: 'varchar', length: 40 })
  themeName: string;

  /** Values that differ from the defaults; checked against the declaration when they were saved. */
  @Column({ type: 'simple-json' })
  settings: Record<string, unknown>;

  /** Counts savings: a stale save is refused. */
  @Column({ type: 'int', default: 1 })
  version: number;
}
