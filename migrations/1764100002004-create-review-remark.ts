import { columnsFor, createTable } from '@zhanqun/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateReviewRemark1764100002004 implements MigrationInterface {
  readonly name = 'CreateReviewRemark1764100002004';

  async up(runner: QueryRunner): Promise<void> {
    const c = columnsFor(runner);
    await createTable(
      runner,
      'review_remark',
      [
        ...c.base,
        c.site,
        c.int('articleId'),
        c.int('revisionId'),
        c.int('version'),
        c.varchar('field', 20),
        c.varchar('quote', 500),
        c.int('nth'),
        c.int('start'),
        c.varchar('words', 1000),
        c.int('byId'),
        c.varchar('byName', 50),
        c.datetime('at'),
        c.datetime('resolvedAt', { isNullable: true }),
        c.varchar('resolvedByName', 50, { default: "''" }),
      ],
      { IDX_review_remark_article: ['siteId', 'articleId', 'id'] },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('review_remark');
  }
}
