import { columnsFor, createTable } from '@zhanqun/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateOutbox1764000001500 implements MigrationInterface {
  readonly name = 'CreateOutbox1764000001500';

  async up(runner: QueryRunner): Promise<void> {
    const c = columnsFor(runner);
    await createTable(
      runner,
      'outbox',
      [
        ...c.base,
        c.varchar('kind', 120),
        c.int('siteId', { isNullable: true }),
        c.json('payload'),
        c.datetime('runAfter'),
        c.int('attempts', { default: 0 }),
        c.int('maxAttempts', { default: 5 }),
        c.varchar('state', 10, { default: 'waiting' }),
        c.text('lastError', { isNullable: true }),
        c.datetime('lockedUntil', { isNullable: true }),
        c.datetime('startedAt', { isNullable: true }),
        c.datetime('finishedAt', { isNullable: true }),
        c.varchar('uniqueKey', 190, { isNullable: true }),
        c.varchar('traceId', 64),
        c.int('actorId', { isNullable: true }),
      ],
      {
        IDX_outbox_due: ['state', 'runAfter'],
        IDX_outbox_lease: ['state', 'lockedUntil'],
        IDX_outbox_kind: ['kind', 'state'],
        IDX_outbox_site: ['siteId', 'state'],
      },
      { UQ_outbox_uniqueKey: ['uniqueKey'] },
    );
    await createTable(
      runner,
      'schedule_state',
      [
        ...c.base,
        c.varchar('key', 100),
        c.datetime('nextRunAt'),
        c.datetime('lastRunAt', { isNullable: true }),
      ],
      {},
      { UQ_schedule_state_key: ['key'] },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('schedule_state');
    await runner.dropTable('outbox');
  }
}
