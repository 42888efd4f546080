import { columnsFor, createTable } from '@zhanqun/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateReviewAssignment1764100002006 implements MigrationInterface {
  readonly name = 'CreateReviewAssignment1764100002006';

  async up(runner: QueryRunner): Promise<void> {
    const c = columnsFor(runner);
    await createTable(
      runner,
      'review_assignment',
      [
        ...c.base,
        c.site,
        c.int('articleId'),
        c.int('revisionId'),
        c.int('round'),
        c.varchar('step', 20),
        c.int('accountId'),
        c.varchar('accountName', 50),
        c.varchar('assignedByName', 50, { isNullable: true }),
        c.datetime('at'),
      ],
      {},
      { UQ_review_assignment: ['siteId', 'revisionId', 'round', 'step'] },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('review_assignment');
  }
}
