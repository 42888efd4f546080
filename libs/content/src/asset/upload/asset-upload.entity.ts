import { SiteEntity } from '@zhanqun/platform';
import { Column, Entity, Index } from 'typeorm';

/** 续传：a file on its way into the library, piece by piece. Only the account that began it may go on. */
@Entity('asset_upload')
@Index('UQ_asset_upload_token', ['siteId', 'token'], { unique: true })
@Index('IDX_asset_upload_expiry', ['siteId', 'expiresAt'])
export class AssetUpload extends SiteEntity {
  /** Name of the pieces' file in the site's upload folder, and the last part of the upload's address. */
  @Column({ type: 'varchar', length: 32 })
  token: string;

  @Column({ type: 'int' })
  accountId: number;

  @Column({ type: 'varchar', length: 200 })
  fileName: string;

  @Column({ type: 'varchar', length: 200, default: '' })
  alt: string;

  @Column({ type: 'int', nullable: true })
  folderId: number | null;

  /** The asset whose file it replaces; null for a new one. */
  @Column({ type: 'int', nullable: true })
  replacesId: number | null;

  /** Of the whole file, as announced. */
  @Column({ type: 'bigint', transformer: { to: (value: number) => value, from: Number } })
  bytes: number;

  /** Set once it is in the library: who lost the answer asks again and gets the same one. */
  @Column({ type: 'int', nullable: true })
  assetId: number | null;

  @Column({ type: 'datetime' })
  expiresAt: Date;
}
