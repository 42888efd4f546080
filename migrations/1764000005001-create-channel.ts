import { columnsFor, createTable } from '@zhanqun/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateChannel1764000005001 implements MigrationInterface {
  readonly name = 'CreateChannel1764000005001';

  async up(runner: QueryRunner): Promise<void> {
    const c = columnsFor(runner);
    await createTable(
      runner,
      'channel',
      [
        ...c.base,
        c.site,
        c.int('parentId', { isNullable: true }),
        c.varchar('path', 120),
        c.varchar('name', 50),
        c.varchar('kind', 20),
        c.varchar('linkUrl', 500, { default: "''" }),
        c.int('ownerOrganisationId', { isNullable: true }),
        c.varchar('updateClass', 20),
        c.int('cycleDays', { isNullable: true }),
        c.varchar('description', 500, { default: "''" }),
        c.varchar('keywords', 300, { default: "''" }),
        c.varchar('columnType', 50, { default: "''" }),
        c.int('position', { default: 0 }),
        c.boolean('isHidden', { default: false }),
        c.boolean('isNavigation', { default: false }),
        c.boolean('hasContent', { default: false }),
        c.varchar('template', 100, { isNullable: true }),
      ],
      { IDX_channel_tree: ['siteId', 'parentId', 'position'] },
      { UQ_channel_path: ['siteId', 'path'] },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('channel');
  }
}
