import { columnsFor, createTable } from '@zhanqun/platform';
import { TableColumn, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';

/** The library grows folders, tags, former files, a trash, uploads in pieces and files offered to sites below. */
export class AssetLibrary1764100006001 implements MigrationInterface {
  readonly name = 'AssetLibrary1764100006001';

  async up(runner: QueryRunner): Promise<void> {
    const c = columnsFor(runner);
    await runner.addColumns(
      'asset',
      [
        c.int('folderId', { isNullable: true }),
        c.varchar('tags', 600, { default: "''" }),
        c.varchar('storedAs', 130, { default: "''" }),
        c.int('version', { default: 1 }),
        c.datetime('trashedAt', { isNullable: true }),
        c.varchar('trashedByName', 50, { default: "''" }),
        c.int('uses', { isNullable: true }),
        c.datetime('usesCountedAt', { isNullable: true }),
      ].map((column) => new TableColumn(column)),
    );
    await runner.createIndex(
      'asset',
      new TableIndex({ name: 'IDX_asset_folder', columnNames: ['siteId', 'state', 'folderId', 'id'] }),
    );
    await createTable(
      runner,
      'asset_folder',
      [...c.base, c.site, c.int('parentId', { default: 0 }), c.varchar('name', 50)],
      {},
      { UQ_asset_folder_name: ['siteId', 'parentId', 'name'] },
    );
    await createTable(
      runner,
      'asset_version',
      [
        ...c.base,
        c.site,
        c.int('assetId'),
        c.int('number'),
        c.varchar('name', 200),
        c.bigint('bytes'),
        c.varchar('sha256', 64),
        c.varchar('mime', 100),
        c.varchar('storedAs', 130),
        c.int('width', { isNullable: true }),
        c.int('height', { isNullable: true }),
        c.varchar('replacedByName', 50),
      ],
      {},
      { UQ_asset_version_number: ['siteId', 'assetId', 'number'] },
    );
    await createTable(
      runner,
      'asset_upload',
      [
        ...c.base,
        c.site,
        c.varchar('token', 32),
        c.int('accountId'),
        c.varchar('fileName', 200),
        c.varchar('alt', 200, { default: "''" }),
        c.int('folderId', { isNullable: true }),
        c.int('replacesId', { isNullable: true }),
        c.bigint('bytes'),
        c.int('assetId', { isNullable: true }),
        c.datetime('expiresAt'),
      ],
      { IDX_asset_upload_expiry: ['siteId', 'expiresAt'] },
      { UQ_asset_upload_token: ['siteId', 'token'] },
    );
    await createTable(
      runner,
      'asset_offer',
      [
        ...c.base,
        c.int('fromSiteId'),
        c.int('assetId'),
        c.varchar('kind', 20),
        c.varchar('name', 200),
        c.varchar('alt', 200, { default: "''" }),
        c.varchar('tags', 600, { default: "''" }),
        c.varchar('mime', 100),
        c.varchar('extension', 10),
        c.bigint('bytes'),
        c.int('width', { isNullable: true }),
        c.int('height', { isNullable: true }),
        c.varchar('storedAs', 130),
        c.varchar('offeredByName', 50),
      ],
      {},
      { UQ_asset_offer_asset: ['fromSiteId', 'assetId'] },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['asset_offer', 'asset_upload', 'asset_version', 'asset_folder'])
      await runner.dropTable(table);
    await runner.dropIndex('asset', 'IDX_asset_folder');
    const added = ['folderId', 'tags', 'storedAs', 'version', 'trashedAt', 'trashedByName', 'uses'];
    for (const column of [...added, 'usesCountedAt']) await runner.dropColumn('asset', column);
  }
}
