import { SiteEntity } from '@zhanqun/platform';
import { Column, Entity, Index } from 'typeorm';

/** 历史文件：what an asset was before it was replaced. Never shown to citizens; can be brought back. */
@Entity('asset_version')
@Index('UQ_asset_version_number', ['siteId', 'assetId', 'number'], { unique: true })
export class AssetVersion extends SiteEntity {
  @Column({ type: 'int' })
  assetId: number;

  @Column({ type: 'int' })
  number: number;

  @Column({ type: 'varchar', length: 200 })
  name: string;

  @Column({ type: 'bigint', transformer: { to: (value: number) => value, from: Number } })
  bytes: number;

  @Column({ type: 'varchar', length: 64 })
  sha256: string;

  @Column({ type: 'varchar', length: 100 })
  mime: string;

  @Column({ type: 'varchar', length: 130 })
  storedAs: string;

  @Column({ type: 'int', nullable: true })
  width: number | null;

  @Column({ type: 'int', nullable: true })
  height: number | null;

  @Column({ type: 'varchar', length: 50 })
  replacedByName: string;
}
