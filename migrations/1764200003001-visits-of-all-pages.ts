import { columnsFor } from '@zhanqun/platform';
import { TableColumn, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';

/** Visits are counted for pages of every kind, not of articles only. What was counted so far were articles. */
export class VisitsOfAllPages1764200003001 implements MigrationInterface {
  readonly name = 'VisitsOfAllPages1764200003001';

  async up(runner: QueryRunner): Promise<void> {
    const c = columnsFor(runner);
    await runner.addColumn('visit_count', new TableColumn(c.varchar('kind', 10, { default: 'article' })));
    await runner.dropIndex('visit_count', 'UQ_visit_count');
    await runner.renameColumn('visit_count', 'articleId', 'subjectId');
    await runner.createIndex('visit_count', unique(['siteId', 'onDay', 'kind', 'subjectId']));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('visit_count', 'UQ_visit_count');
    await runner.renameColumn('visit_count', 'subjectId', 'articleId');
    await runner.createIndex('visit_count', unique(['siteId', 'onDay', 'articleId']));
    await runner.dropColumn('visit_count', 'kind');
  }
}

const unique = (columnNames: string[]): TableIndex =>
  new TableIndex({ name: 'UQ_visit_count', columnNames, isUnique: true });
