import { columnsFor, createTable } from '@zhanqun/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateMembership1764000003002 implements MigrationInterface {
  readonly name = 'CreateMembership1764000003002';

  async up(runner: QueryRunner): Promise<void> {
    const c = columnsFor(runner);
    await createTable(
      runner,
      'membership',
      [
        ...c.base,
        c.int('accountId'),
        c.int('siteId', { isNullable: true }),
        c.varchar('role', 20),
        c.json('channelIds', { isNullable: true }),
        c.datetime('until', { isNullable: true }),
        c.int('grantedById'),
      ],
      { IDX_membership_account: ['accountId'], IDX_membership_site: ['siteId', 'role'] },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('membership');
  }
}
