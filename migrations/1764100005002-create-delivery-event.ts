import { columnsFor, createTable } from '@zhanqun/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateDeliveryEvent1764100005002 implements MigrationInterface {
  readonly name = 'CreateDeliveryEvent1764100005002';

  async up(runner: QueryRunner): Promise<void> {
    const c = columnsFor(runner);
    await createTable(
      runner,
      'delivery_event',
      [
        ...c.base,
        c.int('deliveryId'),
        c.varchar('kind', 20),
        c.varchar('side', 10),
        c.varchar('byName', 50, { default: "''" }),
        c.datetime('at'),
        c.varchar('note', 500, { default: "''" }),
      ],
      { IDX_delivery_event_list: ['deliveryId', 'id'] },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('delivery_event');
  }
}
