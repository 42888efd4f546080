import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was pinned keeps its place above the rest, and what was withdrawn is gone. Safe to run twice. */
export class RankPinnedArticles1764100003004 implements MigrationInterface {
  readonly name = 'RankPinnedArticles1764100003004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('UPDATE `article` SET `pinRank` = 1 WHERE `isPinned` = 1 AND `pinRank` = 0');
    await runner.query(
      "UPDATE `article` SET `withdrawnWay` = 'gone' WHERE `state` = 'withdrawn' AND `withdrawnWay` IS NULL",
    );
  }

  async down(): Promise<void> {
    // The column goes with the migration before.
  }
}
