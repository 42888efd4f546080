import { columnsFor, createTable } from '@zhanqun/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateArticlePresence1764100003002 implements MigrationInterface {
  readonly name = 'CreateArticlePresence1764100003002';

  async up(runner: QueryRunner): Promise<void> {
    const c = columnsFor(runner);
    await createTable(
      runner,
      'article_presence',
      [
        ...c.base,
        c.site,
        c.int('articleId'),
        c.int('accountId'),
        c.varchar('name', 50),
        c.boolean('isEditing', { default: false }),
        c.datetime('since'),
        c.datetime('seenAt'),
      ],
      { IDX_article_presence_seen: ['siteId', 'seenAt'] },
      { UQ_article_presence_person: ['siteId', 'articleId', 'accountId'] },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('article_presence');
  }
}
