import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';

/** The register of published texts reads the signatures of publications by time. */
export class IndexReviewStepDecision1764100003007 implements MigrationInterface {
  readonly name = 'IndexReviewStepDecision1764100003007';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createIndex(
      'review_step',
      new TableIndex({ name: 'IDX_review_step_decision', columnNames: ['siteId', 'decision', 'at'] }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('review_step', 'IDX_review_step_decision');
  }
}
