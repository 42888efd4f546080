import { columnsFor, createTable } from '@zhanqun/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePageLayout1764200002001 implements MigrationInterface {
  readonly name = 'CreatePageLayout1764200002001';

  async up(runner: QueryRunner): Promise<void> {
    const c = columnsFor(runner);
    await createTable(
      runner,
      'page_layout',
      [
        ...c.base,
        c.site,
        c.varchar('page', 40),
        c.json('draft', { isNullable: true }),
        c.json('published', { isNullable: true }),
        c.int('version', { default: 1 }),
        c.int('savedById', { default: 0 }),
        c.varchar('savedByName', 50, { default: "''" }),
        c.datetime('savedAt', { isNullable: true }),
        c.int('releaseNumber', { default: 0 }),
      ],
      {},
      { UQ_page_layout_page: ['siteId', 'page'] },
    );
    await createTable(
      runner,
      'layout_release',
      [
        ...c.base,
        c.site,
        c.varchar('page', 40),
        c.int('number'),
        c.json('blocks'),
        c.int('publishedById', { default: 0 }),
        c.varchar('publishedByName', 50, { default: "''" }),
        c.datetime('publishedAt'),
        c.varchar('note', 200, { default: "''" }),
      ],
      {},
      { UQ_layout_release_number: ['siteId', 'page', 'number'] },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('layout_release');
    await runner.dropTable('page_layout');
  }
}
