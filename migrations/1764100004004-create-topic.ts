import { columnsFor, createTable } from '@zhanqun/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateTopic1764100004004 implements MigrationInterface {
  readonly name = 'CreateTopic1764100004004';

  async up(runner: QueryRunner): Promise<void> {
    const c = columnsFor(runner);
    await createTable(
      runner,
      'topic',
      [
        ...c.base,
        c.site,
        c.varchar('path', 40),
        c.varchar('name', 50),
        c.varchar('state', 20, { default: "'draft'" }),
        c.text('intro'),
        c.varchar('look', 20, { default: "'red'" }),
        c.int('bannerAssetId', { isNullable: true }),
        c.varchar('bannerPath', 300, { default: "''" }),
        c.varchar('bannerAlt', 200, { default: "''" }),
        c.int('ownerOrganisationId', { isNullable: true }),
        c.varchar('ownerName', 100, { default: "''" }),
        c.day('startsOn'),
        c.day('endsOn'),
        c.json('sections'),
        c.varchar('reason', 1000, { default: "''" }),
        c.int('createdById'),
        c.varchar('createdByName', 50),
        c.int('appliedById', { isNullable: true }),
        c.varchar('appliedByName', 50, { default: "''" }),
        c.datetime('appliedAt', { isNullable: true }),
        c.varchar('decidedByName', 50, { default: "''" }),
        c.datetime('decidedAt', { isNullable: true }),
        c.varchar('opinion', 1000, { default: "''" }),
        c.varchar('closedByName', 50, { default: "''" }),
        c.datetime('closedAt', { isNullable: true }),
        c.varchar('closedReason', 1000, { default: "''" }),
        c.datetime('openedAt', { isNullable: true }),
        c.datetime('archivedAt', { isNullable: true }),
        c.int('version', { default: 1 }),
      ],
      { IDX_topic_list: ['siteId', 'state', 'startsOn'] },
      { UQ_topic_path: ['siteId', 'path'] },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('topic');
  }
}
