import { columnsFor, createTable } from '@zhanqun/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePreviewLink1764100003006 implements MigrationInterface {
  readonly name = 'CreatePreviewLink1764100003006';

  async up(runner: QueryRunner): Promise<void> {
    const c = columnsFor(runner);
    await createTable(
      runner,
      'preview_link',
      [
        ...c.base,
        c.site,
        c.int('articleId'),
        c.int('revisionId'),
        c.varchar('signingKey', 64),
        c.datetime('expiresAt'),
        c.datetime('revokedAt', { isNullable: true }),
        c.int('createdById'),
        c.varchar('createdByName', 50),
      ],
      { IDX_preview_link_article: ['siteId', 'articleId'] },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('preview_link');
  }
}
