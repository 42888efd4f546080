import { columnsFor } from '@zhanqun/platform';
import { TableColumn, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';

/** The document that replaced an article stands beside its facts, so that the newer one can name the older. */
export class ArticleSuccessor1764100004001 implements MigrationInterface {
  readonly name = 'ArticleSuccessor1764100004001';

  async up(runner: QueryRunner): Promise<void> {
    const c = columnsFor(runner);
    await runner.addColumn('article', new TableColumn(c.int('successorArticleId', { isNullable: true })));
    await runner.createIndex(
      'article',
      new TableIndex({ name: 'IDX_article_successor', columnNames: ['siteId', 'successorArticleId'] }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('article', 'IDX_article_successor');
    await runner.dropColumn('article', 'successorArticleId');
  }
}
