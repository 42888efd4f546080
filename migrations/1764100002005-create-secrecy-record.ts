import { columnsFor, createTable } from '@zhanqun/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateSecrecyRecord1764100002005 implements MigrationInterface {
  readonly name = 'CreateSecrecyRecord1764100002005';

  async up(runner: QueryRunner): Promise<void> {
    const c = columnsFor(runner);
    await createTable(
      runner,
      'secrecy_record',
      [
        ...c.base,
        c.site,
        c.int('articleId'),
        c.int('revisionId'),
        c.int('round'),
        c.int('version'),
        c.varchar('opinion', 20),
        c.varchar('grounds', 500),
        c.int('byId'),
        c.varchar('byName', 50),
        c.datetime('at'),
      ],
      { IDX_secrecy_record_article: ['siteId', 'articleId', 'id'] },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('secrecy_record');
  }
}
