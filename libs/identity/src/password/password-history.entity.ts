import { SharedEntity } from '@zhanqun/platform';
import { Column, Entity, Index } from 'typeorm';

/** 用过的密码：hashes of an account's latest passwords, the present one included, kept to refuse reuse. */
@Entity('password_history')
@Index('IDX_password_history_account', ['accountId'])
export class PasswordHistory extends SharedEntity {
  @Column({ type: 'int' })
  accountId: number;

  @Column({ type: 'varchar', length: 200 })
  passwordHash: string;
}
