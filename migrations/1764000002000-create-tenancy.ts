import type { MigrationInterface, QueryRunner } from 'typeorm';
import { columnsFor, createTable } from '@zhanqun/platform';

/** Organisations, sites with their addresses and history, settings, regulations. */
export class CreateTenancy1764000002000 implements MigrationInterface {
  readonly name = 'CreateTenancy1764000002000';

  async up(runner: QueryRunner): Promise<void> {
    const c = columnsFor(runner);
    await createTable(
      runner,
      'organisation',
      [
        ...c.base,
        c.varchar('name', 100),
        c.varchar('kind', 20, { default: 'department' }),
        c.int('parentId', { isNullable: true }),
        c.varchar('code', 18, { isNullable: true }),
        c.varchar('leader', 50, { default: '' }),
        c.varchar('contact', 50, { default: '' }),
        c.varchar('phone', 50, { default: '' }),
        c.varchar('address', 200, { default: '' }),
        c.int('position', { default: 0 }),
      ],
      { IDX_organisation_parent: ['parentId', 'position'] },
      { UQ_organisation_code: ['code'] },
    );
    await createTable(
      runner,
      'site',
      [
        ...c.base,
        c.varchar('key', 31),
        c.varchar('name', 100),
        c.varchar('shortName', 50),
        c.varchar('kind', 20),
        c.varchar('status', 20, { default: 'preparing' }),
        c.int('parentId', { isNullable: true }),
        c.int('portalId', { default: 0 }),
        c.int('position', { default: 0 }),
        c.varchar('lang', 10, { default: 'zh-CN' }),
        c.varchar('themeName', 50, { default: 'base' }),
        c.varchar('blueprint', 50, { default: '' }),
        c.varchar('regulation', 50, { isNullable: true }),
        c.int('competentAuthorityId', { isNullable: true }),
        c.int('sponsorId', { isNullable: true }),
        c.int('operatorId', { isNullable: true }),
        c.varchar('siteCode', 12, { default: '' }),
        c.varchar('icpNumber', 40, { default: '' }),
        c.varchar('policeFilingNumber', 40, { default: '' }),
        c.varchar('contactPhone', 50, { default: '' }),
        c.varchar('contactAddress', 200, { default: '' }),
        c.varchar('email', 100, { default: '' }),
        c.varchar('description', 500, { default: '' }),
        c.json('keywords'),
        c.varchar('exemptionDocument', 100, { default: '' }),
        c.day('openedOn', { isNullable: true }),
        c.day('suspendedUntil', { isNullable: true }),
        c.day('closingNoticeOn', { isNullable: true }),
        c.varchar('closingDestination', 300, { default: '' }),
        c.day('closedOn', { isNullable: true }),
        c.json('deregistrations'),
      ],
      { IDX_site_tree: ['portalId', 'parentId', 'position'] },
      { UQ_site_key: ['key'] },
    );
    await createTable(
      runner,
      'site_binding',
      [
        ...c.base,
        c.int('ofSiteId'),
        c.varchar('host', 253),
        c.varchar('prefix', 130, { default: '' }),
        c.boolean('isCanonical', { default: false }),
        c.day('redirectUntil', { isNullable: true }),
      ],
      { IDX_site_binding_site: ['ofSiteId'] },
      { UQ_site_binding_address: ['host', 'prefix'] },
    );
    await createTable(
      runner,
      'site_status_change',
      [
        ...c.base,
        c.int('ofSiteId'),
        c.varchar('move', 30),
        c.varchar('fromStatus', 20, { isNullable: true }),
        c.varchar('toStatus', 20),
        c.varchar('reason', 500, { default: '' }),
        c.json('facts'),
        c.int('byId'),
        c.varchar('byName', 50),
      ],
      { IDX_site_status_change: ['ofSiteId', 'createdAt'] },
    );
    await createTable(
      runner,
      'site_setting',
      [
        ...c.base,
        c.int('ofSiteId'),
        c.varchar('key', 100),
        c.json('value'),
        c.boolean('isLocked', { default: false }),
      ],
      {},
      { UQ_site_setting: ['ofSiteId', 'key'] },
    );
    await createTable(
      runner,
      'regulation_record',
      [
        ...c.base,
        c.varchar('code', 50),
        c.int('version'),
        c.varchar('level', 10),
        c.varchar('title', 200),
        c.json('body'),
      ],
      {},
      { UQ_regulation_record: ['code', 'version'] },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    const tables = [
      'regulation_record',
      'site_setting',
      'site_status_change',
      'site_binding',
      'site',
      'organisation',
    ];
    for (const table of tables) await runner.dropTable(table);
  }
}
