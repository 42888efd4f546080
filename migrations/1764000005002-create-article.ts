import { columnsFor, createTable } from '@zhanqun/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateArticle1764000005002 implements MigrationInterface {
  readonly name = 'CreateArticle1764000005002';

  async up(runner: QueryRunner): Promise<void> {
    const c = columnsFor(runner);
    await createTable(
      runner,
      'article',
      [
        ...c.base,
        c.site,
        c.int('channelId'),
        c.varchar('kind', 20),
        c.varchar('state', 20, { default: "'unpublished'" }),
        c.varchar('reviewState', 20, { isNullable: true }),
        c.int('liveRevisionId', { isNullable: true }),
        c.int('openRevisionId', { isNullable: true }),
        c.varchar('title', 200),
        c.varchar('summary', 500, { default: "''" }),
        c.varchar('source', 100),
        c.varchar('author', 100, { default: "''" }),
        c.int('coverAssetId', { isNullable: true }),
        c.varchar('coverPath', 300, { default: "''" }),
        c.varchar('coverAlt', 200, { default: "''" }),
        c.varchar('importance', 20, { default: "'general'" }),
        c.boolean('wasSubmitted', { default: false }),
        c.boolean('isSentBack', { default: false }),
        c.datetime('publishedAt', { isNullable: true }),
        c.datetime('revisedAt', { isNullable: true }),
        c.datetime('scheduledFor', { isNullable: true }),
        c.datetime('withdrawnAt', { isNullable: true }),
        c.varchar('withdrawnReason', 500, { default: "''" }),
        c.int('authorId'),
        c.varchar('authorName', 50, { default: "''" }),
        c.boolean('isPinned', { default: false }),
        c.json('facts', { isNullable: true }),
        c.varchar('indexNumber', 64, { isNullable: true }),
        c.int('interpretsArticleId', { isNullable: true }),
        c.varchar('draftKey', 64, { isNullable: true }),
      ],
      {
        IDX_article_list: ['siteId', 'channelId', 'state', 'isPinned', 'publishedAt'],
        IDX_article_neighbour: ['siteId', 'channelId', 'state', 'publishedAt'],
        IDX_article_review: ['siteId', 'reviewState'],
        IDX_article_changed: ['siteId', 'updatedAt'],
        IDX_article_interprets: ['siteId', 'interpretsArticleId'],
      },
      {
        UQ_article_indexNumber: ['siteId', 'indexNumber'],
        UQ_article_draftKey: ['siteId', 'draftKey'],
      },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('article');
  }
}
