import { columnsFor, createTable } from '@zhanqun/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateArticleRevision1764000005003 implements MigrationInterface {
  readonly name = 'CreateArticleRevision1764000005003';

  async up(runner: QueryRunner): Promise<void> {
    const c = columnsFor(runner);
    await createTable(
      runner,
      'article_revision',
      [
        ...c.base,
        c.site,
        c.int('articleId'),
        c.int('number'),
        c.varchar('state', 20, { default: "'draft'" }),
        c.json('steps'),
        c.int('round', { default: 0 }),
        c.varchar('title', 200),
        c.varchar('subtitle', 200, { default: "''" }),
        c.varchar('summary', 500, { default: "''" }),
        c.varchar('keywords', 300, { default: "''" }),
        c.varchar('source', 100),
        c.varchar('author', 100, { default: "''" }),
        c.text('body'),
        c.varchar('importance', 20, { default: "'general'" }),
        c.json('facts', { isNullable: true }),
        c.int('interpretsArticleId', { isNullable: true }),
        c.int('coverAssetId', { isNullable: true }),
        c.varchar('coverPath', 300, { default: "''" }),
        c.varchar('coverAlt', 200, { default: "''" }),
        c.json('attachments'),
        c.json('writerIds'),
        c.int('writtenById'),
        c.varchar('writtenByName', 50),
        c.int('savedById'),
        c.varchar('savedByName', 50),
        c.datetime('savedAt'),
        c.int('submittedById', { isNullable: true }),
        c.datetime('submittedAt', { isNullable: true }),
        c.datetime('approvedAt', { isNullable: true }),
        c.json('credits', { isNullable: true }),
        c.int('version', { default: 1 }),
      ],
      {},
      { UQ_article_revision_number: ['siteId', 'articleId', 'number'] },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('article_revision');
  }
}
