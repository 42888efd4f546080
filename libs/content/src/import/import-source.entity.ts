import { SiteEntity } from '@zhanqun/platform';
import { Column, Entity, Index } from 'typeorm';

/** 来源对照：which article an item of a former site became. Who imports again finds it by this. */
@Entity('import_source')
@Index('UQ_import_source_key', ['siteId', 'sourceKey'], { unique: true })
@Index('IDX_import_source_article', ['siteId', 'articleId'])
export class ImportSource extends SiteEntity {
  /** Digest of where it comes from and its number or address there. */
  @Column({ type: 'varchar', length: 64 })
  sourceKey: string;

  /** Of what was found there when it was last taken over. */
  @Column({ type: 'varchar', length: 64 })
  checksum: string;

  @Column({ type: 'int' })
  articleId: number;
}
