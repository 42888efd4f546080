import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';

/** What the site map and the policy library walk: all articles of a site by time, and those of one kind. */
export class IndexesOfFindablePages1764200005001 implements MigrationInterface {
  readonly name = 'IndexesOfFindablePages1764200005001';

  async up(runner: QueryRunner): Promise<void> {
    for (const [name, columnNames] of INDEXES)
      await runner.createIndex('article', new TableIndex({ name, columnNames }));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [name] of INDEXES) await runner.dropIndex('article', name);
  }
}

const INDEXES: readonly [name: string, columnNames: string[]][] = [
  ['IDX_article_time', ['siteId', 'state', 'publishedAt']],
  ['IDX_article_kind', ['siteId', 'kind', 'state', 'publishedAt']],
];
