import { SiteEntity } from '@zhanqun/platform';
import { Column, Entity, Index } from 'typeorm';

export const OLD_ADDRESS_TARGETS = ['article', 'channel', 'path'] as const;
export type OldAddressTarget = (typeof OLD_ADDRESS_TARGETS)[number];

/** Who said so: an import, a person at the screen, or a list that a person handed in. */
export const OLD_ADDRESS_ORIGINS = ['import', 'person', 'list'] as const;
export type OldAddressOrigin = (typeof OLD_ADDRESS_ORIGINS)[number];

/** 旧网址：an address of the former site and what stands for it now. Asked only where no page answers. */
@Entity('old_address')
@Index('UQ_old_address_key', ['siteId', 'addressKey'], { unique: true })
@Index('IDX_old_address_article', ['siteId', 'articleId'])
export class OldAddress extends SiteEntity {
  /** As people know it: path and query below the old site, `/news/show.asp?id=7`. */
  @Column({ type: 'varchar', length: 500 })
  address: string;

  /** Digest of the one spelling: databases compare long texts, case and blanks differently. */
  @Column({ type: 'varchar', length: 64 })
  addressKey: string;

  @Column({ type: 'varchar', length: 10 })
  target: OldAddressTarget;

  @Column({ type: 'int', nullable: true })
  articleId: number | null;

  @Column({ type: 'int', nullable: true })
  channelId: number | null;

  /** Of a `path`: below the own site, `/zwgk/`; empty on the others. */
  @Column({ type: 'varchar', length: 300, default: '' })
  location: string;

  @Column({ type: 'varchar', length: 10 })
  origin: OldAddressOrigin;
}
