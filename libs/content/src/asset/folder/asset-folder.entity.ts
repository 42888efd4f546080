import { SiteEntity } from '@zhanqun/platform';
import { Column, Entity, Index } from 'typeorm';

/** 素材文件夹：where people of a site keep things. Citizens' addresses know nothing of it. */
@Entity('asset_folder')
@Index('UQ_asset_folder_name', ['siteId', 'parentId', 'name'], { unique: true })
export class AssetFolder extends SiteEntity {
  /** 0 at the top: a unique key does not hold over null. */
  @Column({ type: 'int', default: 0 })
  parentId: number;

  @Column({ type: 'varchar', length: 50 })
  name: string;
}
