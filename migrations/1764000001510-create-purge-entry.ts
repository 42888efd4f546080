import { columnsFor, createTable } from '@zhanqun/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePurgeEntry1764000001510 implements MigrationInterface {
  readonly name = 'CreatePurgeEntry1764000001510';

  async up(runner: QueryRunner): Promise<void> {
    const c = columnsFor(runner);
    await createTable(runner, 'purge_entry', [...c.base, c.json('tags')], {
      IDX_purge_entry_createdAt: ['createdAt'],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('purge_entry');
  }
}
