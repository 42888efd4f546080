import { columnsFor } from '@zhanqun/platform';
import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';

/** A word that one visitor asks for again and again is not one that many ask for. */
export class VisitorsOfSearchWords1764300001101 implements MigrationInterface {
  readonly name = 'VisitorsOfSearchWords1764300001101';

  async up(runner: QueryRunner): Promise<void> {
    const c = columnsFor(runner);
    await runner.addColumn('search_word', new TableColumn(c.int('visitors', { default: 0 })));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('search_word', 'visitors');
  }
}
