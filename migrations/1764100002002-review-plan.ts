import { columnsFor } from '@zhanqun/platform';
import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';

/** The plan frozen at submission; where a text was returned to, and for whom a stand-in signed. */
export class ReviewPlan1764100002002 implements MigrationInterface {
  readonly name = 'ReviewPlan1764100002002';

  async up(runner: QueryRunner): Promise<void> {
    const c = columnsFor(runner);
    await runner.addColumn('article_revision', new TableColumn(c.json('plan', { isNullable: true })));
    await runner.addColumns(
      'review_step',
      [
        c.varchar('toStep', 20, { isNullable: true }),
        c.int('onBehalfOfId', { isNullable: true }),
        c.varchar('onBehalfOfName', 50, { default: "''" }),
      ].map((column) => new TableColumn(column)),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumns('review_step', ['toStep', 'onBehalfOfId', 'onBehalfOfName']);
    await runner.dropColumn('article_revision', 'plan');
  }
}
