import { columnsFor } from '@zhanqun/platform';
import { TableColumn, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';

const LIST = 'IDX_article_list';
const listBy = (pin: string): TableIndex =>
  new TableIndex({ name: LIST, columnNames: ['siteId', 'channelId', 'state', pin, 'publishedAt'] });
const NEW_INDEXES: Readonly<Record<string, string[]>> = {
  IDX_article_bin: ['siteId', 'deletedAt'],
  IDX_article_expiry: ['siteId', 'expiresAt'],
  IDX_article_pinEnd: ['siteId', 'pinnedUntil'],
};
const NEW_COLUMNS = [
  'expiresAt',
  'pinnedUntil',
  'pinRank',
  'withdrawnWay',
  'mergedIntoId',
  'deletedAt',
  'deletedById',
  'deletedByName',
  'purgedAt',
];

/** Articles get an end, pins an order and an end, withdrawals a way, deletions a bin. */
export class AddArticleLife1764100003003 implements MigrationInterface {
  readonly name = 'AddArticleLife1764100003003';

  async up(runner: QueryRunner): Promise<void> {
    const c = columnsFor(runner);
    await runner.addColumns(
      'article',
      [
        c.datetime('expiresAt', { isNullable: true }),
        c.datetime('pinnedUntil', { isNullable: true }),
        c.int('pinRank', { default: 0 }),
        c.varchar('withdrawnWay', 20, { isNullable: true }),
        c.int('mergedIntoId', { isNullable: true }),
        c.datetime('deletedAt', { isNullable: true }),
        c.int('deletedById', { isNullable: true }),
        c.varchar('deletedByName', 50, { default: "''" }),
        c.datetime('purgedAt', { isNullable: true }),
      ].map((column) => new TableColumn(column)),
    );
    await runner.dropIndex('article', LIST);
    await runner.createIndex('article', listBy('pinRank'));
    for (const [name, columnNames] of Object.entries(NEW_INDEXES))
      await runner.createIndex('article', new TableIndex({ name, columnNames }));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of Object.keys(NEW_INDEXES)) await runner.dropIndex('article', name);
    await runner.dropIndex('article', LIST);
    await runner.createIndex('article', listBy('isPinned'));
    await runner.dropColumns('article', NEW_COLUMNS);
  }
}
