import { columnsFor, createTable } from '@zhanqun/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateReviewStep1764000005004 implements MigrationInterface {
  readonly name = 'CreateReviewStep1764000005004';

  async up(runner: QueryRunner): Promise<void> {
    const c = columnsFor(runner);
    await createTable(
      runner,
      'review_step',
      [
        ...c.base,
        c.site,
        c.int('articleId'),
        c.int('revisionId'),
        c.int('round'),
        c.varchar('step', 20, { isNullable: true }),
        c.varchar('decision', 20),
        c.varchar('reason', 500, { default: "''" }),
        c.int('version'),
        c.int('byId'),
        c.varchar('byName', 50),
        c.datetime('at'),
      ],
      {
        IDX_review_step_article: ['siteId', 'articleId'],
        IDX_review_step_revision: ['siteId', 'revisionId', 'round'],
      },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('review_step');
  }
}
