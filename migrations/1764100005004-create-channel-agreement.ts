import { columnsFor, createTable } from '@zhanqun/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateChannelAgreement1764100005004 implements MigrationInterface {
  readonly name = 'CreateChannelAgreement1764100005004';

  async up(runner: QueryRunner): Promise<void> {
    const c = columnsFor(runner);
    await createTable(
      runner,
      'channel_agreement',
      [
        ...c.base,
        c.int('toSiteId'),
        c.int('toChannelId'),
        c.varchar('toChannelName', 50),
        c.int('fromSiteId'),
        c.int('fromChannelId', { isNullable: true }),
        c.varchar('fromChannelName', 50, { default: "''" }),
        c.varchar('openKey', 60, { isNullable: true }),
        c.varchar('state', 20, { default: "'offered'" }),
        c.varchar('way', 10),
        c.varchar('maintainer', 100),
        c.varchar('note', 500, { default: "''" }),
        c.varchar('offeredByName', 50),
        c.datetime('offeredAt'),
        c.varchar('agreedByName', 50, { default: "''" }),
        c.datetime('agreedAt', { isNullable: true }),
        c.varchar('endedByName', 50, { default: "''" }),
        c.datetime('endedAt', { isNullable: true }),
        c.varchar('endedReason', 500, { default: "''" }),
        c.varchar('copies', 10, { isNullable: true }),
      ],
      {
        IDX_channel_agreement_to: ['toSiteId', 'state'],
        IDX_channel_agreement_from: ['fromSiteId', 'state'],
      },
      { UQ_channel_agreement_open: ['openKey'] },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('channel_agreement');
  }
}
