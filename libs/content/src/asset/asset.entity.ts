import { SiteEntity } from '@zhanqun/platform';
import { Column, Entity, Index } from 'typeorm';

export const ASSET_KINDS = ['image', 'video', 'audio', 'attachment'] as const;
export type AssetKind = (typeof ASSET_KINDS)[number];

/**
 * `storing` and `removing` are written before files are touched, so that whatever a crash interrupts is
 * known by its row and finished by the next upload or the cleaning. Only `ready` assets exist for readers:
 * what is `quarantined` waits for the virus scanner, what is `trashed` can be brought back for 30 days.
 */
export const ASSET_STATES = ['storing', 'quarantined', 'ready', 'trashed', 'removing'] as const;
export type AssetState = (typeof ASSET_STATES)[number];

/** 素材：a file of the site's library. The same file uploaded twice is one asset; its address never changes. */
@Entity('asset')
@Index('UQ_asset_content', ['siteId', 'sha256'], { unique: true })
@Index('UQ_asset_path', ['siteId', 'path'], { unique: true })
@Index('IDX_asset_list', ['siteId', 'state', 'kind', 'id'])
@Index('IDX_asset_folder', ['siteId', 'state', 'folderId', 'id'])
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

  /** Below `/_files/`: `202603/3f…9c-plan.pdf`. */
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

  /** Null at the top of the library. */
  @Column({ type: 'int', nullable: true })
  folderId: number | null;

  /** `;春耕;会议;`, so that a whole tag can be looked for; empty without tags. */
  @Column({ type: 'varchar', length: 600, default: '' })
  tags: string;

  /** Name in the file store since the file was replaced; empty while it is still stored as `path`. */
  @Column({ type: 'varchar', length: 130, default: '' })
  storedAs: string;

  /** Counts replacements. */
  @Column({ type: 'int', default: 1 })
  version: number;

  @Column({ type: 'datetime', nullable: true })
  trashedAt: Date | null;

  @Column({ type: 'varchar', length: 50, default: '' })
  trashedByName: string;

  /** Places that showed it when they were last counted; null = not counted yet. Only a filter, never a right. */
  @Column({ type: 'int', nullable: true })
  uses: number | null;

  @Column({ type: 'datetime', nullable: true })
  usesCountedAt: Date | null;
}

/** Where the bytes lie in the file store of the site. */
export const storedPath = ({ storedAs, path }: Pick<Asset, 'storedAs' | 'path'>): string => storedAs || path;
