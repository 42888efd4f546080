import { SharedEntity } from '@zhanqun/platform';
import { Column, Entity, Index } from 'typeorm';

export const ACCOUNT_STATUSES = ['active', 'disabled'] as const;
export type AccountStatus = (typeof ACCOUNT_STATUSES)[number];

/** 账号：one real person, one account. Never deleted, because the audit trail names it; it is disabled. */
@Entity('account')
@Index('UQ_account_username', ['username'], { unique: true })
@Index('IDX_account_organisation', ['organisationId'])
export class Account extends SharedEntity {
  /** Lower case; see `normalUsername`. */
  @Column({ type: 'varchar', length: 32 })
  username: string;

  @Column({ type: 'varchar', length: 50 })
  realName: string;

  @Column({ type: 'int', nullable: true })
  organisationId: number | null;

  @Column({ type: 'varchar', length: 20, nullable: true })
  phone: string | null;

  @Column({ type: 'varchar', length: 100, nullable: true })
  email: string | null;

  /** Null until the person has set one through a one-time link. */
  @Column({ type: 'varchar', length: 200, nullable: true })
  passwordHash: string | null;

  @Column({ type: 'datetime', nullable: true })
  passwordChangedAt: Date | null;

  @Column({ type: 'boolean', default: false })
  mustChangePassword: boolean;

  @Column({ type: 'varchar', length: 10, default: 'active' })
  status: AccountStatus;

  @Column({ type: 'datetime', nullable: true })
  lastSignInAt: Date | null;

  @Column({ type: 'varchar', length: 45, nullable: true })
  lastSignInAddress: string | null;
}
