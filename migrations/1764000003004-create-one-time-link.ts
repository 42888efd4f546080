import { columnsFor, createTable } from '@zhanqun/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateOneTimeLink1764000003004 implements MigrationInterface {
  readonly name = 'CreateOneTimeLink1764000003004';

  async up(runner: QueryRunner): Promise<void> {
    const c = columnsFor(runner);
    await createTable(
      runner,
      'one_time_link',
      [
        ...c.base,
        c.varchar('tokenHash', 64),
        c.int('accountId'),
        c.varchar('purpose', 12),
        c.datetime('expiresAt'),
        c.datetime('usedAt', { isNullable: true }),
      ],
      { IDX_one_time_link_account: ['accountId'] },
      { UQ_one_time_link_token: ['tokenHash'] },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('one_time_link');
  }
}
