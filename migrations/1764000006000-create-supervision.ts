import { columnsFor, createTable } from '@zhanqun/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateSupervision1764000006000 implements MigrationInterface {
  name = 'CreateSupervision1764000006000';

  async up(runner: QueryRunner): Promise<void> {
    const c = columnsFor(runner);
    await createTable(
      runner,
      'finding',
      [
        ...c.base,
        c.int('aboutSiteId'),
        c.int('portalId'),
        c.varchar('indicatorCode', 20),
        c.varchar('subject', 600),
        c.varchar('openKey', 100, { isNullable: true }),
        c.varchar('severity', 20),
        c.varchar('title', 500),
        c.varchar('url', 1000),
        c.json('evidence'),
        c.text('ruleText'),
        c.varchar('ruleSource', 300),
        c.varchar('state', 20, { default: "'open'" }),
        c.datetime('firstSeenAt'),
        c.datetime('lastSeenAt'),
        c.datetime('clearedAt', { isNullable: true }),
        c.varchar('dismissedReason', 500, { default: "''" }),
      ],
      {
        IDX_finding_site: ['aboutSiteId', 'state'],
        IDX_finding_network: ['portalId', 'state', 'lastSeenAt'],
      },
      { UQ_finding_open: ['openKey'] },
    );
    await createTable(
      runner,
      'rectification',
      [
        ...c.base,
        c.int('findingId'),
        c.int('aboutSiteId'),
        c.int('portalId'),
        c.int('organisationId'),
        c.varchar('state', 20, { default: "'dispatched'" }),
        c.varchar('title', 500),
        c.text('demand'),
        c.int('workingDays'),
        c.varchar('dueOn', 10),
        c.int('dispatchedById'),
        c.datetime('dispatchedAt'),
        c.int('acceptedById', { isNullable: true }),
        c.datetime('acceptedAt', { isNullable: true }),
        c.text('fixedNote', { isNullable: true }),
        c.int('fixedById', { isNullable: true }),
        c.datetime('fixedAt', { isNullable: true }),
        c.datetime('verifiedAt', { isNullable: true }),
        c.text('returnedReason', { isNullable: true }),
        c.varchar('extensionReason', 500, { default: "''" }),
        c.int('closedById', { isNullable: true }),
        c.datetime('closedAt', { isNullable: true }),
      ],
      {
        IDX_rectification_site: ['aboutSiteId', 'state'],
        IDX_rectification_network: ['portalId', 'state', 'dueOn'],
        IDX_rectification_finding: ['findingId'],
      },
    );
    await createTable(
      runner,
      'patrol_run',
      [
        ...c.base,
        c.int('portalId'),
        c.int('aboutSiteId', { isNullable: true }),
        c.varchar('state', 20, { default: "'running'" }),
        c.int('startedById'),
        c.datetime('startedAt'),
        c.datetime('finishedAt', { isNullable: true }),
        c.int('sitesTotal'),
      ],
      { IDX_patrol_run_network: ['portalId', 'startedAt'] },
    );
    await createTable(
      runner,
      'patrol_visit',
      [
        ...c.base,
        c.int('runId'),
        c.int('aboutSiteId'),
        c.int('portalId'),
        c.datetime('visitedAt'),
        c.int('standing'),
        c.int('appeared'),
        c.int('cleared'),
        c.json('failures'),
      ],
      { IDX_patrol_visit_site: ['aboutSiteId', 'visitedAt'] },
      { UQ_patrol_visit: ['runId', 'aboutSiteId'] },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['patrol_visit', 'patrol_run', 'rectification', 'finding'])
      await runner.dropTable(table);
  }
}
