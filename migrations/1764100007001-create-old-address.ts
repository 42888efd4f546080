import { columnsFor, createTable } from '@zhanqun/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateOldAddress1764100007001 implements MigrationInterface {
  readonly name = 'CreateOldAddress1764100007001';

  async up(runner: QueryRunner): Promise<void> {
    const c = columnsFor(runner);
    await createTable(
      runner,
      'old_address',
      [
        ...c.base,
        c.site,
        c.varchar('address', 500),
        c.varchar('addressKey', 64),
        c.varchar('target', 10),
        c.int('articleId', { isNullable: true }),
        c.int('channelId', { isNullable: true }),
        c.varchar('location', 300, { default: "''" }),
        c.varchar('origin', 10),
      ],
      { IDX_old_address_article: ['siteId', 'articleId'] },
      { UQ_old_address_key: ['siteId', 'addressKey'] },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('old_address');
  }
}
