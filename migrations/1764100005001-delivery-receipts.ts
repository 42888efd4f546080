import { columnsFor } from '@zhanqun/platform';
import { TableColumn, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';

const NEW_COLUMNS = [
  'carrying',
  'dueOn',
  'writerId',
  'writerName',
  'openedAt',
  'openedByName',
  'remindedAt',
  'grade',
  'points',
  'copyState',
  'carriedAt',
  'copyUrl',
  'agreementId',
  'needsReview',
  'sourceWay',
  'sourceMergedIntoId',
  'sourceLeadsTo',
];

/** Envelopes tell their sender what became of them: opened, graded, live, withdrawn; pushes may be a duty. */
export class DeliveryReceipts1764100005001 implements MigrationInterface {
  readonly name = 'DeliveryReceipts1764100005001';

  async up(runner: QueryRunner): Promise<void> {
    const c = columnsFor(runner);
    await runner.addColumns(
      'delivery',
      [
        c.varchar('carrying', 10, { isNullable: true }),
        c.day('dueOn', { isNullable: true }),
        c.int('writerId', { isNullable: true }),
        c.varchar('writerName', 50, { default: "''" }),
        c.datetime('openedAt', { isNullable: true }),
        c.varchar('openedByName', 50, { default: "''" }),
        c.datetime('remindedAt', { isNullable: true }),
        c.varchar('grade', 20, { default: "''" }),
        c.int('points', { default: 0 }),
        c.varchar('copyState', 20, { isNullable: true }),
        c.datetime('carriedAt', { isNullable: true }),
        c.varchar('copyUrl', 300, { default: "''" }),
        c.int('agreementId', { isNullable: true }),
        c.boolean('needsReview', { default: false }),
        c.varchar('sourceWay', 20, { isNullable: true }),
        c.int('sourceMergedIntoId', { isNullable: true }),
        c.varchar('sourceLeadsTo', 300, { default: "''" }),
      ].map((column) => new TableColumn(column)),
    );
    await runner.createIndex(
      'delivery',
      new TableIndex({ name: 'IDX_delivery_due', columnNames: ['toSiteId', 'carrying', 'dueOn'] }),
    );
    await runner.createIndex(
      'delivery',
      new TableIndex({ name: 'IDX_delivery_agreement', columnNames: ['agreementId', 'state'] }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('delivery', 'IDX_delivery_due');
    await runner.dropIndex('delivery', 'IDX_delivery_agreement');
    await runner.dropColumns('delivery', NEW_COLUMNS);
  }
}
