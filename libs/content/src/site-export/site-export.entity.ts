import { SiteEntity } from '@zhanqun/platform';
import { Column, Entity, Index } from 'typeorm';

export const EXPORT_STATES = ['waiting', 'ready', 'failed', 'expired'] as const;
export type ExportState = (typeof EXPORT_STATES)[number];

/** 整站导出：a site as one file, to be fetched until it expires. */
@Entity('site_export')
@Index('IDX_site_export_state', ['siteId', 'state', 'id'])
export class SiteExport extends SiteEntity {
  @Column({ type: 'varchar', length: 20 })
  state: ExportState;

  /** Name in the file store of the site. */
  @Column({ type: 'varchar', length: 120, default: '' })
  storedAs: string;

  @Column({ type: 'bigint', default: 0, transformer: { to: (value: number) => value, from: Number } })
  bytes: number;

  @Column({ type: 'varchar', length: 64, default: '' })
  contentDigest: string;

  @Column({ type: 'int', default: 0 })
  articles: number;

  @Column({ type: 'int', default: 0 })
  assets: number;

  @Column({ type: 'varchar', length: 500, default: '' })
  fault: string;

  @Column({ type: 'int' })
  requestedById: number;

  @Column({ type: 'varchar', length: 50, default: '' })
  requestedByName: string;

  @Column({ type: 'datetime', nullable: true })
  finishedAt: Date | null;

  @Column({ type: 'datetime', nullable: true })
  expiresAt: Date | null;
}
