import { columnsFor, createTable } from '@zhanqun/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateChannelChange1764100004003 implements MigrationInterface {
  readonly name = 'CreateChannelChange1764100004003';

  async up(runner: QueryRunner): Promise<void> {
    const c = columnsFor(runner);
    await createTable(
      runner,
      'channel_change',
      [
        ...c.base,
        c.site,
        c.varchar('kind', 20),
        c.varchar('state', 20, { default: "'pending'" }),
        c.int('channelId', { isNullable: true }),
        c.varchar('channelName', 50),
        c.int('intoChannelId', { isNullable: true }),
        c.json('plan'),
        c.varchar('reason', 1000),
        c.varchar('keeping', 1000, { default: "''" }),
        c.int('appliedById'),
        c.varchar('appliedByName', 50),
        c.datetime('appliedAt'),
        c.int('decidedById', { isNullable: true }),
        c.varchar('decidedByName', 50, { default: "''" }),
        c.datetime('decidedAt', { isNullable: true }),
        c.varchar('opinion', 1000, { default: "''" }),
        c.varchar('outcome', 500, { default: "''" }),
        c.varchar('openKey', 40, { isNullable: true }),
      ],
      { IDX_channel_change_list: ['siteId', 'state', 'id'] },
      { UQ_channel_change_open: ['siteId', 'openKey'] },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('channel_change');
  }
}
