import { columnsFor } from '@zhanqun/platform';
import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';

/** A closed channel keeps its address, which leads to where its articles went. */
export class ChannelClosing1764100004002 implements MigrationInterface {
  readonly name = 'ChannelClosing1764100004002';

  async up(runner: QueryRunner): Promise<void> {
    const c = columnsFor(runner);
    await runner.addColumns('channel', [
      new TableColumn(c.datetime('closedAt', { isNullable: true })),
      new TableColumn(c.int('movedToId', { isNullable: true })),
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumns('channel', ['closedAt', 'movedToId']);
  }
}
