import { columnsFor } from '@zhanqun/platform';
import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';

/** Characters of the text, for lists and work statistics. Texts of before count when they are next saved or published. */
export class ArticleWords1764100008002 implements MigrationInterface {
  readonly name = 'ArticleWords1764100008002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn('article', new TableColumn(columnsFor(runner).int('words', { default: 0 })));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('article', 'words');
  }
}
