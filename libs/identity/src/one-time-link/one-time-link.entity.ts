import { SharedEntity } from '@zhanqun/platform';
import { Column, Entity, Index } from 'typeorm';

/** 为什么发一次性链接：第一次启动、新账号、重置密码. */
export const LINK_PURPOSES = ['firstStart', 'invitation', 'reset'] as const;
export type LinkPurpose = (typeof LINK_PURPOSES)[number];

/** 一次性链接：lets one person set one password once. An account has at most one that is open. */
@Entity('one_time_link')
@Index('UQ_one_time_link_token', ['tokenHash'], { unique: true })
@Index('IDX_one_time_link_account', ['accountId'])
export class OneTimeLink extends SharedEntity {
  /** SHA-256 of the token, hexadecimal. */
  @Column({ type: 'varchar', length: 64 })
  tokenHash: string;

  @Column({ type: 'int' })
  accountId: number;

  @Column({ type: 'varchar', length: 12 })
  purpose: LinkPurpose;

  @Column({ type: 'datetime' })
  expiresAt: Date;

  @Column({ type: 'datetime', nullable: true })
  usedAt: Date | null;
}
