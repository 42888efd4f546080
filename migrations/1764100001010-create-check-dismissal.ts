import { columnsFor, createTable } from '@zhanqun/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateCheckDismissal1764100001010 implements MigrationInterface {
  name = 'CreateCheckDismissal1764100001010';

  async up(runner: QueryRunner): Promise<void> {
    const c = columnsFor(runner);
    await createTable(
      runner,
      'check_dismissal',
      [
        ...c.base,
        c.site,
        c.int('articleId'),
        c.varchar('hitKey', 32),
        c.varchar('rule', 50),
        c.varchar('text', 200, { default: "''" }),
        c.varchar('reason', 500),
        c.boolean('coversBlock', { default: false }),
        c.int('byId'),
        c.varchar('byName', 50),
        c.datetime('at'),
      ],
      {},
      { UQ_check_dismissal_hit: ['siteId', 'articleId', 'hitKey'] },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('check_dismissal');
  }
}
