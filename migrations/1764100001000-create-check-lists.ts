import { columnsFor, createTable } from '@zhanqun/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateCheckLists1764100001000 implements MigrationInterface {
  name = 'CreateCheckLists1764100001000';

  async up(runner: QueryRunner): Promise<void> {
    const c = columnsFor(runner);
    await createTable(
      runner,
      'flagged_term',
      [
        ...c.base,
        c.int('ofSiteId'),
        c.varchar('wordHash', 32),
        c.varchar('wrong', 100),
        c.varchar('right', 200, { default: "''" }),
        c.varchar('kind', 20),
        c.varchar('severity', 10, { isNullable: true }),
        c.varchar('reason', 300, { default: "''" }),
        c.json('notAfter'),
        c.json('notBefore'),
        c.json('within'),
        c.boolean('isQuotable', { default: false }),
        c.varchar('category', 50, { default: "''" }),
        c.boolean('isOverride', { default: false }),
        c.boolean('isOff', { default: false }),
        c.boolean('isLocked', { default: false }),
        c.int('editedById'),
        c.varchar('editedByName', 50, { default: "''" }),
      ],
      {},
      { UQ_flagged_term_word: ['ofSiteId', 'wordHash'] },
    );
    await createTable(
      runner,
      'check_rule_level',
      [
        ...c.base,
        c.int('ofSiteId'),
        c.varchar('rule', 50),
        c.varchar('level', 10),
        c.boolean('isLocked', { default: false }),
      ],
      {},
      { UQ_check_rule_level: ['ofSiteId', 'rule'] },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('check_rule_level');
    await runner.dropTable('flagged_term');
  }
}
