import type { MigrationInterface, QueryRunner } from 'typeorm';

const SPLIT = ['video', 'audio'] as const;

/** 视频、音频 become kinds of their own; until now they were attachments. */
export class AssetKinds1764100006002 implements MigrationInterface {
  readonly name = 'AssetKinds1764100006002';

  async up(runner: QueryRunner): Promise<void> {
    for (const kind of SPLIT)
      await runner.query(`UPDATE asset SET kind = '${kind}' WHERE mime LIKE '${kind}/%'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("UPDATE asset SET kind = 'attachment' WHERE kind IN ('video', 'audio')");
  }
}
