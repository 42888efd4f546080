import { columnsFor } from '@zhanqun/platform';
import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';

/** The copy of another site's article names where it comes from. */
export class ArticleOrigin1764100005005 implements MigrationInterface {
  readonly name = 'ArticleOrigin1764100005005';

  async up(runner: QueryRunner): Promise<void> {
    const column = columnsFor(runner).json('origin', { isNullable: true });
    await runner.addColumn('article', new TableColumn(column));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('article', 'origin');
  }
}
