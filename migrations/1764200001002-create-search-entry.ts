import { columnsFor, createTable } from '@zhanqun/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateSearchEntry1764200001002 implements MigrationInterface {
  readonly name = 'CreateSearchEntry1764200001002';

  async up(runner: QueryRunner): Promise<void> {
    const c = columnsFor(runner);
    await createTable(
      runner,
      'search_entry',
      [...c.base, c.site, c.varchar('kind', 10), c.varchar('text', 180), c.varchar('byName', 50)],
      {},
      { UQ_search_entry: ['siteId', 'kind', 'text'] },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('search_entry');
  }
}
