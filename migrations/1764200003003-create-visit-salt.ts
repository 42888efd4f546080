import { columnsFor, createTable } from '@zhanqun/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateVisitSalt1764200003003 implements MigrationInterface {
  readonly name = 'CreateVisitSalt1764200003003';

  async up(runner: QueryRunner): Promise<void> {
    const c = columnsFor(runner);
    await createTable(
      runner,
      'visit_salt',
      [...c.base, c.varchar('onDay', 10), c.varchar('salt', 64)],
      {},
      { UQ_visit_salt: ['onDay'] },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('visit_salt');
  }
}
