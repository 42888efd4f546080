import { columnsFor, createTable } from '@zhanqun/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateWorkingCopy1764100003001 implements MigrationInterface {
  readonly name = 'CreateWorkingCopy1764100003001';

  async up(runner: QueryRunner): Promise<void> {
    const c = columnsFor(runner);
    await createTable(
      runner,
      'working_copy',
      [
        ...c.base,
        c.site,
        c.int('articleId'),
        c.int('accountId'),
        c.int('revisionId'),
        c.int('baseVersion'),
        c.text('text'),
        c.datetime('savedAt'),
      ],
      { IDX_working_copy_saved: ['siteId', 'savedAt'] },
      { UQ_working_copy_person: ['siteId', 'articleId', 'accountId'] },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('working_copy');
  }
}
