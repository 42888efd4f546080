import { columnsFor, createTable } from '@zhanqun/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateAdoptionPoint1764100005003 implements MigrationInterface {
  readonly name = 'CreateAdoptionPoint1764100005003';

  async up(runner: QueryRunner): Promise<void> {
    const c = columnsFor(runner);
    await createTable(
      runner,
      'adoption_point',
      [
        ...c.base,
        c.int('deliveryId'),
        c.int('fromSiteId'),
        c.int('toSiteId'),
        c.varchar('title', 200),
        c.int('writerId', { isNullable: true }),
        c.varchar('writerName', 50, { default: "''" }),
        c.varchar('grade', 20),
        c.int('points'),
        c.datetime('at'),
        c.datetime('takenBackAt', { isNullable: true }),
        c.varchar('takenBackReason', 500, { default: "''" }),
      ],
      {
        IDX_adoption_point_ranking: ['toSiteId', 'at'],
        IDX_adoption_point_own: ['fromSiteId', 'at'],
      },
      { UQ_adoption_point_delivery: ['deliveryId'] },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('adoption_point');
  }
}
