import { SiteEntity } from '@zhanqun/platform';
import { Column, Entity, Index } from 'typeorm';

export const ASSET_KINDS = ['image', 'attachment'] as const;
export type AssetKind = (typeof ASSET_KINDS)[number];

/**
 * `storing` and `removing` are written before files are touched, so that whatever a crash interrupts is
 * known by its row and finished by the next upload or the cleaning. Only `ready` assets exist for readers.
 */
export const ASSET_STATES = ['storing', 'ready', 'removing'] as const;
export type AssetState = (typeof ASSET_STATES)[number];

/** 素材：a file of the site's library. Its bytes never change; the same file uploaded twice is one asset. */
@Entity('asset')
@Index('UQ_asset_content', ['siteId', 'sha256'], { unique: true })
@Index('UQ_asset_path', ['siteId', 'path'], { unique: true })
@Index('IDX_asset_list', ['siteId', 'state', 'kind', 'id'])
export class Asset extends SiteEntity {
  @Column({ type: 'varchar', length: 20 })
  kind: AssetKind;

  @Column({ type: 'varchar', length: 20, default: 'storing' })
  state: AssetState;

  /** As people know it, extension included; never a path. */
  @Column({ type: 'varchar', length: 200 })
  name: string;

  @Column({ type: 'varchar', length: 100 })
  mime: string;

  /** Decided by the content: lower case, without a dot. */
  @Column({ type: 'varchar', length: 10 })
  extension: string;

  @Column({ type: 'bigint', transformer: { to: (value: number) => value, from: Number } })
  bytes: number;

  /** Of the bytes that were uploaded; a picture is stored re-encoded. */
  @Column({ type: 'varchar', length: 64 })
  sha256: string;

  /** Below `/_files/` and, the same, in the file store of the site: `202603/3f…9c-plan.pdf`. */
  @Column({ type: 'varchar', length: 120 })
  path: string;

  @Column({ type: 'int', nullable: true })
  width: number | null;

  @Column({ type: 'int', nullable: true })
  height: number | null;

  @Column({ type: 'varchar', length: 200, default: '' })
  alt: string;

  @Column({ type: 'int' })
  uploadedById: number;

  @Column({ type: 'varchar', length: 50, default: '' })
  uploadedByName: string;

  /** A published article known to show it: a hint that is checked at every use, never a right. */
  @Column({ type: 'int', nullable: true })
  shownById: number | null;
}
