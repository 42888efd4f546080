import { SharedEntity } from '@zhanqun/platform';
import { Column, Entity, Index } from 'typeorm';
import type { AssetKind } from '../asset.entity';

/**
 * 共享素材：a frozen copy of a file that a site holds out to the sites below it. Shared, because two sites
 * see it; whoever takes it gets a file of its own.
 */
@Entity('asset_offer')
@Index('UQ_asset_offer_asset', ['fromSiteId', 'assetId'], { unique: true })
export class AssetOffer extends SharedEntity {
  @Column({ type: 'int' })
  fromSiteId: number;

  /** At the site that offers it. */
  @Column({ type: 'int' })
  assetId: number;

  @Column({ type: 'varchar', length: 20 })
  kind: AssetKind;

  @Column({ type: 'varchar', length: 200 })
  name: string;

  @Column({ type: 'varchar', length: 200, default: '' })
  alt: string;

  @Column({ type: 'varchar', length: 600, default: '' })
  tags: string;

  @Column({ type: 'varchar', length: 100 })
  mime: string;

  @Column({ type: 'varchar', length: 10 })
  extension: string;

  @Column({ type: 'bigint', transformer: { to: (value: number) => value, from: Number } })
  bytes: number;

  @Column({ type: 'int', nullable: true })
  width: number | null;

  @Column({ type: 'int', nullable: true })
  height: number | null;

  /** Among the offering site's files, below `offered/`. */
  @Column({ type: 'varchar', length: 130 })
  storedAs: string;

  @Column({ type: 'varchar', length: 50 })
  offeredByName: string;
}
