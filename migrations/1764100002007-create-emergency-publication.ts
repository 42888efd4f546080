import { columnsFor, createTable } from '@zhanqun/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateEmergencyPublication1764100002007 implements MigrationInterface {
  readonly name = 'CreateEmergencyPublication1764100002007';

  async up(runner: QueryRunner): Promise<void> {
    const c = columnsFor(runner);
    await createTable(
      runner,
      'emergency_publication',
      [
        ...c.base,
        c.site,
        c.int('articleId'),
        c.int('revisionId'),
        c.varchar('title', 200),
        c.varchar('state', 20, { default: "'pending'" }),
        c.varchar('reviewState', 20),
        c.varchar('reason', 500),
        c.int('byId'),
        c.varchar('byName', 50),
        c.datetime('at'),
        c.datetime('dueAt'),
        c.int('formerRevisionId', { isNullable: true }),
        c.datetime('closedAt', { isNullable: true }),
        c.varchar('failedReason', 500, { default: "''" }),
      ],
      { IDX_emergency_state: ['siteId', 'state', 'dueAt'] },
      { UQ_emergency_revision: ['siteId', 'revisionId'] },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('emergency_publication');
  }
}
