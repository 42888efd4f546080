import { columnsFor, createTable } from '@zhanqun/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateIndexNumberCounter1764000005005 implements MigrationInterface {
  readonly name = 'CreateIndexNumberCounter1764000005005';

  async up(runner: QueryRunner): Promise<void> {
    const c = columnsFor(runner);
    await createTable(
      runner,
      'index_number_counter',
      [...c.base, c.varchar('scope', 100), c.int('lastSerial', { default: 0 })],
      {},
      { UQ_index_number_counter_scope: ['scope'] },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('index_number_counter');
  }
}
