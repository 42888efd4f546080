import { SiteEntity } from '@zhanqun/platform';
import { Column, Entity, Index } from 'typeorm';

export const BATCH_OPERATIONS = [
  'move',
  'pin',
  'unpin',
  'withdraw',
  'delete',
  'restore',
  'importance',
  'tag',
  'submit',
] as const;
export type BatchOperation = (typeof BATCH_OPERATIONS)[number];

export interface BatchResult {
  readonly id: number;
  readonly title: string;
  readonly isDone: boolean;
  /** Code and words of the refusal; empty when done. */
  readonly code: string;
  readonly message: string;
}

/** How one article was before, and when the batch changed it: undone only if nothing changed it since. */
export interface Undo {
  readonly id: number;
  readonly changedAt: string;
  readonly before: Readonly<Record<string, unknown>>;
}

/** 批量操作: up to a hundred articles, worked through in portions, with a result for each. */
@Entity('article_batch')
@Index('UQ_article_batch_token', ['siteId', 'token'], { unique: true })
@Index('IDX_article_batch_age', ['siteId', 'createdAt'])
export class ArticleBatch extends SiteEntity {
  @Column({ type: 'varchar', length: 32 })
  token: string;

  /** Only the person who began it continues or undoes it. */
  @Column({ type: 'int' })
  accountId: number;

  @Column({ type: 'varchar', length: 20 })
  operation: BatchOperation;

  @Column({ type: 'simple-json' })
  params: Readonly<Record<string, unknown>>;

  @Column({ type: 'simple-json' })
  waiting: readonly number[];

  @Column({ type: 'simple-json' })
  results: readonly BatchResult[];

  @Column({ type: 'simple-json' })
  undos: readonly Undo[];

  @Column({ type: 'int' })
  total: number;

  @Column({ type: 'datetime', nullable: true })
  undoneAt: Date | null;
}
