import { SiteEntity } from '@zhanqun/platform';
import { Column, Entity, Index } from 'typeorm';

export const ITEM_OUTCOMES = ['created', 'updated', 'skipped', 'failed'] as const;
export type ItemOutcome = (typeof ITEM_OUTCOMES)[number];

/** 导入结果：what became of one item of a run; a line of its report. */
@Entity('import_item')
@Index('UQ_import_item_number', ['siteId', 'runId', 'number'], { unique: true })
@Index('IDX_import_item_outcome', ['siteId', 'runId', 'outcome', 'number'])
export class ImportItem extends SiteEntity {
  @Column({ type: 'int' })
  runId: number;

  /** Counted from 1 within the run. */
  @Column({ type: 'int' })
  number: number;

  /** File, line or number in its source. */
  @Column({ type: 'varchar', length: 300 })
  label: string;

  @Column({ type: 'varchar', length: 200, default: '' })
  title: string;

  @Column({ type: 'varchar', length: 10 })
  outcome: ItemOutcome;

  @Column({ type: 'varchar', length: 500, default: '' })
  reason: string;

  @Column({ type: 'simple-json' })
  warnings: readonly string[];

  @Column({ type: 'int', nullable: true })
  articleId: number | null;
}
