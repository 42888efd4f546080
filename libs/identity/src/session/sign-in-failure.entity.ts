import { SharedEntity } from '@zhanqun/platform';
import { Column, Entity, Index } from 'typeorm';

/**
 * 登录失败计数：by login name and by address. Counted by the name as typed, whether or not such an
 * account exists, so that a lock gives no account away.
 */
@Entity('sign_in_failure')
@Index('UQ_sign_in_failure_subject', ['subject'], { unique: true })
@Index('IDX_sign_in_failure_first', ['firstAt'])
export class SignInFailure extends SharedEntity {
  /** `name:zhangwei` or `address:10.1.2.3`. */
  @Column({ type: 'varchar', length: 80 })
  subject: string;

  @Column({ type: 'int', default: 0 })
  failures: number;

  @Column({ type: 'datetime' })
  firstAt: Date;

  @Column({ type: 'datetime', nullable: true })
  lockedUntil: Date | null;
}
