import { columnsFor, createTable } from '@zhanqun/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateNotice1764100008001 implements MigrationInterface {
  readonly name = 'CreateNotice1764100008001';

  async up(runner: QueryRunner): Promise<void> {
    const c = columnsFor(runner);
    await createTable(
      runner,
      'notice',
      [
        ...c.base,
        c.int('accountId'),
        c.int('siteId', { isNullable: true }),
        c.varchar('kind', 30),
        c.varchar('title', 200),
        c.varchar('path', 200),
        c.varchar('about', 80),
        c.datetime('toldAt'),
        c.datetime('readAt', { isNullable: true }),
        c.varchar('mail', 10, { default: "'none'" }),
      ],
      {
        IDX_notice_account: ['accountId', 'readAt', 'toldAt'],
        IDX_notice_about: ['accountId', 'about'],
        IDX_notice_mail: ['mail', 'accountId'],
      },
    );
    await createTable(
      runner,
      'notice_choice',
      [...c.base, c.int('accountId'), c.varchar('kind', 30), c.varchar('way', 10)],
      {},
      { UQ_notice_choice: ['accountId', 'kind'] },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('notice_choice');
    await runner.dropTable('notice');
  }
}
