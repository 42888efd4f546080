import { columnsFor, createTable } from '@zhanqun/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateArticleBatch1764100003005 implements MigrationInterface {
  readonly name = 'CreateArticleBatch1764100003005';

  async up(runner: QueryRunner): Promise<void> {
    const c = columnsFor(runner);
    await createTable(
      runner,
      'article_batch',
      [
        ...c.base,
        c.site,
        c.varchar('token', 32),
        c.int('accountId'),
        c.varchar('operation', 20),
        c.json('params'),
        c.json('waiting'),
        c.json('results'),
        c.json('undos'),
        c.int('total'),
        c.datetime('undoneAt', { isNullable: true }),
      ],
      { IDX_article_batch_age: ['siteId', 'createdAt'] },
      { UQ_article_batch_token: ['siteId', 'token'] },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('article_batch');
  }
}
