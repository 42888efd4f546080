import { columnsFor, createTable } from '@zhanqun/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateDelivery1764000005700 implements MigrationInterface {
  name = 'CreateDelivery1764000005700';

  async up(runner: QueryRunner): Promise<void> {
    const c = columnsFor(runner);
    await createTable(
      runner,
      'delivery',
      [
        ...c.base,
        c.int('fromSiteId'),
        c.int('toSiteId'),
        c.varchar('kind', 20),
        c.int('sourceArticleId'),
        c.varchar('openKey', 60, { isNullable: true }),
        c.varchar('title', 200),
        c.json('document'),
        c.varchar('note', 500, { default: '' }),
        c.varchar('state', 20, { default: 'sent' }),
        c.int('sentById'),
        c.varchar('sentByName', 50),
        c.datetime('sentAt'),
        c.varchar('decidedByName', 50, { default: '' }),
        c.datetime('decidedAt', { isNullable: true }),
        c.varchar('reason', 500, { default: '' }),
        c.int('copyArticleId', { isNullable: true }),
        c.varchar('onChange', 20, { default: 'todo' }),
        c.varchar('sourceState', 20, { default: 'current' }),
        c.json('pendingDocument', { isNullable: true }),
        c.datetime('sourceChangedAt', { isNullable: true }),
        c.varchar('sourceReason', 500, { default: '' }),
      ],
      {
        IDX_delivery_inbox: ['toSiteId', 'state', 'sentAt'],
        IDX_delivery_outbox: ['fromSiteId', 'state', 'sentAt'],
        IDX_delivery_source: ['fromSiteId', 'sourceArticleId'],
        IDX_delivery_copy: ['toSiteId', 'copyArticleId'],
      },
      { UQ_delivery_open: ['openKey'] },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('delivery');
  }
}
