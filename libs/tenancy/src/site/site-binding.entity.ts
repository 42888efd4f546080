import { SharedEntity } from '@zhanqun/platform';
import { Column, Entity, Index } from 'typeorm';

/** 域名绑定: a host and a path prefix. A pair belongs to one site; a site has one canonical pair, the others redirect to it. */
@Entity('site_binding')
@Index('UQ_site_binding_address', ['host', 'prefix'], { unique: true })
@Index('IDX_site_binding_site', ['ofSiteId'])
export class SiteBinding extends SharedEntity {
  @Column({ type: 'int' })
  ofSiteId: number;

  /** Lower case, punycode, without port. */
  @Column({ type: 'varchar', length: 253 })
  host: string;

  /** `''` or `/hexi`. */
  @Column({ type: 'varchar', length: 130, default: '' })
  prefix: string;

  @Column({ type: 'boolean', default: false })
  isCanonical: boolean;

  /** Last day on which an alias still redirects (a changed domain); null = for good. */
  @Column({ type: 'varchar', length: 10, nullable: true })
  redirectUntil: string | null;
}
