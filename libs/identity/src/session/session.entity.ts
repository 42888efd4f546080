import { SharedEntity } from '@zhanqun/platform';
import { Column, Entity, Index } from 'typeorm';

/** 登录会话：lives in the database, so it can be ended from anywhere. The token itself is never stored. */
@Entity('session')
@Index('UQ_session_token', ['tokenHash'], { unique: true })
@Index('IDX_session_account', ['accountId'])
@Index('IDX_session_expiry', ['expiresAt'])
export class Session extends SharedEntity {
  /** SHA-256 of the token, hexadecimal. */
  @Column({ type: 'varchar', length: 64 })
  tokenHash: string;

  @Column({ type: 'int' })
  accountId: number;

  /** Up to a minute old; what idle expiry is measured from. */
  @Column({ type: 'datetime' })
  lastSeenAt: Date;

  /** The end, however busy. */
  @Column({ type: 'datetime' })
  expiresAt: Date;

  @Column({ type: 'varchar', length: 45 })
  address: string;

  @Column({ type: 'varchar', length: 300 })
  userAgent: string;
}
