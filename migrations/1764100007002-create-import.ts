import { columnsFor, createTable } from '@zhanqun/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateImport1764100007002 implements MigrationInterface {
  readonly name = 'CreateImport1764100007002';

  async up(runner: QueryRunner): Promise<void> {
    const c = columnsFor(runner);
    await createTable(
      runner,
      'import_run',
      [
        ...c.base,
        c.site,
        c.varchar('source', 20),
        c.varchar('state', 20),
        c.varchar('fileName', 200),
        c.varchar('place', 500),
        c.boolean('isUploaded', { default: true }),
        c.varchar('digest', 64, { default: "''" }),
        c.bigint('bytes', { default: 0 }),
        c.json('options'),
        c.json('preview', { isNullable: true }),
        c.boolean('isDryRun', { default: false }),
        c.int('total', { default: 0 }),
        c.int('position', { default: 0 }),
        c.int('created', { default: 0 }),
        c.int('updated', { default: 0 }),
        c.int('skipped', { default: 0 }),
        c.int('failed', { default: 0 }),
        c.int('warned', { default: 0 }),
        c.varchar('fault', 500, { default: "''" }),
        c.int('startedById'),
        c.varchar('startedByName', 50, { default: "''" }),
        c.datetime('startedAt', { isNullable: true }),
        c.datetime('finishedAt', { isNullable: true }),
      ],
      { IDX_import_run_list: ['siteId', 'state', 'id'] },
    );
    await createTable(
      runner,
      'import_item',
      [
        ...c.base,
        c.site,
        c.int('runId'),
        c.int('number'),
        c.varchar('label', 300),
        c.varchar('title', 200, { default: "''" }),
        c.varchar('outcome', 10),
        c.varchar('reason', 500, { default: "''" }),
        c.json('warnings'),
        c.int('articleId', { isNullable: true }),
      ],
      { IDX_import_item_outcome: ['siteId', 'runId', 'outcome', 'number'] },
      { UQ_import_item_number: ['siteId', 'runId', 'number'] },
    );
    await createTable(
      runner,
      'import_source',
      [...c.base, c.site, c.varchar('sourceKey', 64), c.varchar('checksum', 64), c.int('articleId')],
      { IDX_import_source_article: ['siteId', 'articleId'] },
      { UQ_import_source_key: ['siteId', 'sourceKey'] },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['import_source', 'import_item', 'import_run']) await runner.dropTable(table);
  }
}
