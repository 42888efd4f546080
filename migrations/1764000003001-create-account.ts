import { columnsFor, createTable } from '@zhanqun/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateAccount1764000003001 implements MigrationInterface {
  readonly name = 'CreateAccount1764000003001';

  async up(runner: QueryRunner): Promise<void> {
    const c = columnsFor(runner);
    await createTable(
      runner,
      'account',
      [
        ...c.base,
        c.varchar('username', 32),
        c.varchar('realName', 50),
        c.int('organisationId', { isNullable: true }),
        c.varchar('phone', 20, { isNullable: true }),
        c.varchar('email', 100, { isNullable: true }),
        c.varchar('passwordHash', 200, { isNullable: true }),
        c.datetime('passwordChangedAt', { isNullable: true }),
        c.boolean('mustChangePassword', { default: false }),
        c.varchar('status', 10, { default: 'active' }),
        c.datetime('lastSignInAt', { isNullable: true }),
        c.varchar('lastSignInAddress', 45, { isNullable: true }),
      ],
      { IDX_account_organisation: ['organisationId'] },
      { UQ_account_username: ['username'] },
    );
    await createTable(
      runner,
      'password_history',
      [...c.base, c.int('accountId'), c.varchar('passwordHash', 200)],
      { IDX_password_history_account: ['accountId'] },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('password_history');
    await runner.dropTable('account');
  }
}
