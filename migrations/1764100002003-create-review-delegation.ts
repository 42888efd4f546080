import { columnsFor, createTable } from '@zhanqun/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateReviewDelegation1764100002003 implements MigrationInterface {
  readonly name = 'CreateReviewDelegation1764100002003';

  async up(runner: QueryRunner): Promise<void> {
    const c = columnsFor(runner);
    await createTable(
      runner,
      'review_delegation',
      [
        ...c.base,
        c.site,
        c.int('fromId'),
        c.varchar('fromName', 50),
        c.int('toId'),
        c.varchar('toName', 50),
        c.day('startsOn'),
        c.day('endsOn'),
        c.varchar('reason', 200, { default: "''" }),
        c.datetime('endedAt', { isNullable: true }),
        c.varchar('endedByName', 50, { default: "''" }),
      ],
      { IDX_review_delegation_to: ['siteId', 'toId', 'endsOn'] },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('review_delegation');
  }
}
