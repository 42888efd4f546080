import type { MigrationInterface, QueryRunner } from 'typeorm';

type Block = Record<string, unknown>;
interface LookRow {
  readonly id: number;
  readonly siteId: number;
  readonly settings: string;
  readonly updatedAt: unknown;
}

/** Home blocks that a site had set as part of its look become its first published layout. */
export class LayoutsOfHomeBlocks1764200002002 implements MigrationInterface {
  readonly name = 'LayoutsOfHomeBlocks1764200002002';

  async up(runner: QueryRunner): Promise<void> {
    const looks = (await runner.query(
      'SELECT `id`, `siteId`, `settings`, `updatedAt` FROM `site_theme` WHERE `settings` LIKE \'%"homeBlocks"%\'',
    )) as LookRow[];
    for (const { id, siteId, settings: stored, updatedAt } of looks) {
      const { homeBlocks, ...settings } = JSON.parse(stored) as Record<string, unknown>;
      if (homeBlocks === undefined) continue;
      const blocks = JSON.stringify(layoutOf(homeBlocks));
      await runner.query(
        'INSERT INTO `page_layout` (`createdAt`, `updatedAt`, `siteId`, `page`, `published`, `releaseNumber`)' +
          " VALUES (?, ?, ?, 'home', ?, 1)",
        [updatedAt, updatedAt, siteId, blocks],
      );
      await runner.query(
        'INSERT INTO `layout_release` (`createdAt`, `updatedAt`, `siteId`, `page`, `number`, `blocks`, `publishedAt`, `note`)' +
          " VALUES (?, ?, ?, 'home', 1, ?, ?, '由原“首页版块”设置转入')",
        [updatedAt, updatedAt, siteId, blocks, updatedAt],
      );
      await runner.query('UPDATE `site_theme` SET `settings` = ? WHERE `id` = ?', [
        JSON.stringify(settings),
        id,
      ]);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    const layouts = (await runner.query(
      "SELECT `siteId`, `published` FROM `page_layout` WHERE `page` = 'home' AND `published` IS NOT NULL",
    )) as { siteId: number; published: string }[];
    for (const { siteId, published } of layouts) {
      const [look] = (await runner.query('SELECT `id`, `settings` FROM `site_theme` WHERE `siteId` = ?', [
        siteId,
      ])) as { id: number; settings: string }[];
      if (!look) continue;
      const settings = { ...(JSON.parse(look.settings) as object), homeBlocks: regionsOf(published) };
      await runner.query('UPDATE `site_theme` SET `settings` = ? WHERE `id` = ?', [
        JSON.stringify(settings),
        look.id,
      ]);
    }
  }
}

function layoutOf(regions: unknown): Block[] {
  return Object.entries((regions ?? {}) as Record<string, Block[]>).flatMap(([region, blocks]) =>
    (Array.isArray(blocks) ? blocks : []).map(({ type, ...settings }, at) => ({
      id: `${region}-${at + 1}`,
      type,
      region,
      settings,
    })),
  );
}

function regionsOf(published: string): Record<string, Block[]> {
  const regions: Record<string, Block[]> = {};
  for (const { type, region, settings } of JSON.parse(published) as {
    type: string;
    region: string;
    settings: Block;
  }[])
    (regions[region] ??= []).push({ type, ...settings });
  return regions;
}
