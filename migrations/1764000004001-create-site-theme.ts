import { columnsFor, createTable } from '@zhanqun/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateSiteTheme1764000004001 implements MigrationInterface {
  readonly name = 'CreateSiteTheme1764000004001';

  async up(runner: QueryRunner): Promise<void> {
    const c = columnsFor(runner);
    await createTable(
      runner,
      'site_theme',
      [...c.base, c.site, c.varchar('themeName', 40), c.json('settings'), c.int('version', { default: 1 })],
      {},
      { UQ_site_theme_site: ['siteId'] },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('site_theme');
  }
}
