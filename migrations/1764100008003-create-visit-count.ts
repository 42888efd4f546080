import { columnsFor, createTable } from '@zhanqun/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateVisitCount1764100008003 implements MigrationInterface {
  readonly name = 'CreateVisitCount1764100008003';

  async up(runner: QueryRunner): Promise<void> {
    const c = columnsFor(runner);
    await createTable(
      runner,
      'visit_count',
      [...c.base, c.site, c.int('articleId'), c.varchar('onDay', 10), c.int('views')],
      {},
      { UQ_visit_count: ['siteId', 'onDay', 'articleId'] },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('visit_count');
  }
}
