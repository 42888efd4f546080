import { columnsFor, createTable } from '@zhanqun/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateSession1764000003003 implements MigrationInterface {
  readonly name = 'CreateSession1764000003003';

  async up(runner: QueryRunner): Promise<void> {
    const c = columnsFor(runner);
    await createTable(
      runner,
      'session',
      [
        ...c.base,
        c.varchar('tokenHash', 64),
        c.int('accountId'),
        c.datetime('lastSeenAt'),
        c.datetime('expiresAt'),
        c.varchar('address', 45),
        c.varchar('userAgent', 300),
      ],
      { IDX_session_account: ['accountId'], IDX_session_expiry: ['expiresAt'] },
      { UQ_session_token: ['tokenHash'] },
    );
    await createTable(
      runner,
      'sign_in_failure',
      [
        ...c.base,
        c.varchar('subject', 80),
        c.int('failures', { default: 0 }),
        c.datetime('firstAt'),
        c.datetime('lockedUntil', { isNullable: true }),
      ],
      { IDX_sign_in_failure_first: ['firstAt'] },
      { UQ_sign_in_failure_subject: ['subject'] },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('sign_in_failure');
    await runner.dropTable('session');
  }
}
