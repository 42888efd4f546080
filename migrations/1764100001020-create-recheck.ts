import { columnsFor, createTable } from '@zhanqun/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateRecheck1764100001020 implements MigrationInterface {
  name = 'CreateRecheck1764100001020';

  async up(runner: QueryRunner): Promise<void> {
    const c = columnsFor(runner);
    await createTable(
      runner,
      'check_list_change',
      [...c.base, c.int('ofSiteId'), c.datetime('changedAt')],
      {},
      { UQ_check_list_change: ['ofSiteId'] },
    );
    await createTable(
      runner,
      'check_run',
      [
        ...c.base,
        c.site,
        c.varchar('reason', 20),
        c.varchar('state', 20, { default: "'running'" }),
        c.int('total', { default: 0 }),
        c.int('checked', { default: 0 }),
        c.int('found', { default: 0 }),
        c.int('afterId', { default: 0 }),
        c.int('startedById'),
        c.varchar('startedByName', 50, { default: "''" }),
        c.datetime('startedAt'),
        c.datetime('finishedAt', { isNullable: true }),
      ],
      { IDX_check_run_started: ['siteId', 'startedAt'] },
    );
    await createTable(
      runner,
      'check_finding',
      [
        ...c.base,
        c.site,
        c.int('articleId'),
        c.varchar('hitKey', 32),
        c.varchar('title', 200),
        c.varchar('field', 20),
        c.varchar('attachment', 200, { default: "''" }),
        c.varchar('kind', 20),
        c.varchar('rule', 50),
        c.varchar('text', 200),
        c.varchar('suggest', 200, { default: "''" }),
        c.varchar('severity', 10),
        c.varchar('reason', 500),
        c.varchar('state', 20, { default: "'open'" }),
        c.int('runId'),
        c.datetime('foundAt'),
        c.varchar('settledByName', 50, { default: "''" }),
        c.varchar('settledReason', 500, { default: "''" }),
        c.datetime('settledAt', { isNullable: true }),
      ],
      { IDX_check_finding_list: ['siteId', 'state', 'id'] },
      { UQ_check_finding_hit: ['siteId', 'articleId', 'hitKey'] },
    );
    await createTable(
      runner,
      'checked_link',
      [
        ...c.base,
        c.site,
        c.varchar('addressHash', 32),
        c.varchar('address', 1000),
        c.varchar('state', 20, { default: "'waiting'" }),
        c.int('failures', { default: 0 }),
        c.varchar('detail', 200, { default: "''" }),
        c.datetime('checkedAt', { isNullable: true }),
      ],
      { IDX_checked_link_state: ['siteId', 'state', 'checkedAt'] },
      { UQ_checked_link_address: ['siteId', 'addressHash'] },
    );
    await createTable(
      runner,
      'attachment_text',
      [
        ...c.base,
        c.site,
        c.varchar('sha256', 64),
        c.varchar('state', 20),
        c.text('text'),
        c.int('readerVersion'),
      ],
      {},
      { UQ_attachment_text: ['siteId', 'sha256'] },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [
      'attachment_text',
      'checked_link',
      'check_finding',
      'check_run',
      'check_list_change',
    ])
      await runner.dropTable(table);
  }
}
