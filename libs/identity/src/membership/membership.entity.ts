import { SharedEntity } from '@zhanqun/platform';
import { Column, Entity, Index } from 'typeorm';
import type { RoleCode } from '../role/roles';

/** 授权：an account holds a role at a site (or on the platform), optionally in some channels, optionally for a time. */
@Entity('membership')
@Index('IDX_membership_account', ['accountId'])
@Index('IDX_membership_site', ['siteId', 'role'])
export class Membership extends SharedEntity {
  @Column({ type: 'int' })
  accountId: number;

  /** Null for the platform roles. */
  @Column({ type: 'int', nullable: true })
  siteId: number | null;

  @Column({ type: 'varchar', length: 20 })
  role: RoleCode;

  /** Null when not limited to channels. */
  @Column({ type: 'simple-json', nullable: true })
  channelIds: number[] | null;

  @Column({ type: 'datetime', nullable: true })
  until: Date | null;

  /** Account that granted it; 0 for the platform itself. */
  @Column({ type: 'int' })
  grantedById: number;
}
