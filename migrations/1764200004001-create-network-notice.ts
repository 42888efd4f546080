import { columnsFor, createTable } from '@zhanqun/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateNetworkNotice1764200004001 implements MigrationInterface {
  readonly name = 'CreateNetworkNotice1764200004001';

  async up(runner: QueryRunner): Promise<void> {
    const c = columnsFor(runner);
    await createTable(
      runner,
      'network_notice',
      [
        ...c.base,
        c.varchar('kind', 10),
        c.varchar('scope', 10),
        c.int('portalId', { isNullable: true }),
        c.json('siteIds'),
        c.int('level'),
        c.varchar('title', 60),
        c.varchar('text', 500),
        c.varchar('url', 500, { isNullable: true }),
        c.datetime('startsAt'),
        c.datetime('endsAt', { isNullable: true }),
        c.varchar('state', 10),
        c.int('byId'),
        c.json('history'),
        c.int('version', { default: 0 }),
      ],
      {
        IDX_network_notice_state: ['state', 'startsAt'],
        IDX_network_notice_portal: ['portalId', 'state'],
      },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('network_notice');
  }
}
