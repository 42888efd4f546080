import { columnsFor, createTable } from '@zhanqun/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateSearchWord1764200001001 implements MigrationInterface {
  readonly name = 'CreateSearchWord1764200001001';

  async up(runner: QueryRunner): Promise<void> {
    const c = columnsFor(runner);
    await createTable(
      runner,
      'search_word',
      [
        ...c.base,
        c.site,
        c.varchar('word', 60),
        c.varchar('scope', 10),
        c.varchar('onDay', 10),
        c.int('times'),
        c.int('hits'),
      ],
      {},
      { UQ_search_word: ['siteId', 'onDay', 'scope', 'word'] },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('search_word');
  }
}
