import { columnsFor, createTable } from '@zhanqun/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateVisitTotal1764200003002 implements MigrationInterface {
  readonly name = 'CreateVisitTotal1764200003002';

  async up(runner: QueryRunner): Promise<void> {
    const c = columnsFor(runner);
    await createTable(
      runner,
      'visit_total',
      [
        ...c.base,
        c.site,
        c.varchar('scope', 10),
        c.varchar('period', 10),
        c.int('views'),
        c.int('visitors'),
        c.json('hours'),
        c.text('registers'),
      ],
      {},
      { UQ_visit_total: ['siteId', 'scope', 'period'] },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('visit_total');
  }
}
