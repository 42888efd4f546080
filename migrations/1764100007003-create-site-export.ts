import { columnsFor, createTable } from '@zhanqun/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateSiteExport1764100007003 implements MigrationInterface {
  readonly name = 'CreateSiteExport1764100007003';

  async up(runner: QueryRunner): Promise<void> {
    const c = columnsFor(runner);
    await createTable(
      runner,
      'site_export',
      [
        ...c.base,
        c.site,
        c.varchar('state', 20),
        c.varchar('storedAs', 120, { default: "''" }),
        c.bigint('bytes', { default: 0 }),
        c.varchar('contentDigest', 64, { default: "''" }),
        c.int('articles', { default: 0 }),
        c.int('assets', { default: 0 }),
        c.varchar('fault', 500, { default: "''" }),
        c.int('requestedById'),
        c.varchar('requestedByName', 50, { default: "''" }),
        c.datetime('finishedAt', { isNullable: true }),
        c.datetime('expiresAt', { isNullable: true }),
      ],
      { IDX_site_export_state: ['siteId', 'state', 'id'] },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('site_export');
  }
}
