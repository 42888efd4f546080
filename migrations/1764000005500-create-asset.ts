import { columnsFor, createTable } from '@zhanqun/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateAsset1764000005500 implements MigrationInterface {
  readonly name = 'CreateAsset1764000005500';

  async up(runner: QueryRunner): Promise<void> {
    const c = columnsFor(runner);
    await createTable(
      runner,
      'asset',
      [
        ...c.base,
        c.site,
        c.varchar('kind', 20),
        c.varchar('state', 20, { default: "'storing'" }),
        c.varchar('name', 200),
        c.varchar('mime', 100),
        c.varchar('extension', 10),
        c.bigint('bytes'),
        c.varchar('sha256', 64),
        c.varchar('path', 120),
        c.int('width', { isNullable: true }),
        c.int('height', { isNullable: true }),
        c.varchar('alt', 200, { default: "''" }),
        c.int('uploadedById'),
        c.varchar('uploadedByName', 50, { default: "''" }),
        c.int('shownById', { isNullable: true }),
      ],
      { IDX_asset_list: ['siteId', 'state', 'kind', 'id'] },
      { UQ_asset_content: ['siteId', 'sha256'], UQ_asset_path: ['siteId', 'path'] },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('asset');
  }
}
