import { columnsFor, createTable } from '@zhanqun/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateReviewTemplate1764100002001 implements MigrationInterface {
  readonly name = 'CreateReviewTemplate1764100002001';

  async up(runner: QueryRunner): Promise<void> {
    const c = columnsFor(runner);
    await createTable(
      runner,
      'review_template',
      [
        ...c.base,
        c.int('ofSiteId'),
        c.varchar('kind', 40),
        c.varchar('importance', 20),
        c.varchar('name', 50),
        c.json('steps'),
        c.boolean('isTrusted', { default: false }),
        c.boolean('isLocked', { default: false }),
        c.varchar('changedByName', 50, { default: "''" }),
      ],
      {},
      { UQ_review_template: ['ofSiteId', 'kind', 'importance'] },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('review_template');
  }
}
