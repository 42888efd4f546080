import { SiteEntity } from '@zhanqun/platform';
import { Column, Entity, Index } from 'typeorm';
import type { CheckField, CheckKind, Severity } from '../check-hit';

/** `gone`: the words are not there any more, or the rule is not. */
export const FINDING_STATES = ['open', 'handled', 'ignored', 'gone'] as const;
export type FindingState = (typeof FINDING_STATES)[number];

/** 复查结果: a hit in a published text that nobody answered for yet, or that somebody did. */
@Entity('check_finding')
@Index('UQ_check_finding_hit', ['siteId', 'articleId', 'hitKey'], { unique: true })
@Index('IDX_check_finding_list', ['siteId', 'state', 'id'])
export class CheckFinding extends SiteEntity {
  @Column({ type: 'int' })
  articleId: number;

  @Column({ type: 'varchar', length: 32 })
  hitKey: string;

  /** Of the article, as it stood. */
  @Column({ type: 'varchar', length: 200 })
  title: string;

  @Column({ type: 'varchar', length: 20 })
  field: CheckField;

  @Column({ type: 'varchar', length: 200, default: '' })
  attachment: string;

  @Column({ type: 'varchar', length: 20 })
  kind: CheckKind;

  @Column({ type: 'varchar', length: 50 })
  rule: string;

  @Column({ type: 'varchar', length: 200 })
  text: string;

  @Column({ type: 'varchar', length: 200, default: '' })
  suggest: string;

  @Column({ type: 'varchar', length: 10 })
  severity: Severity;

  @Column({ type: 'varchar', length: 500 })
  reason: string;

  @Column({ type: 'varchar', length: 20, default: 'open' })
  state: FindingState;

  /** The run that last saw it. */
  @Column({ type: 'int' })
  runId: number;

  @Column({ type: 'datetime' })
  foundAt: Date;

  @Column({ type: 'varchar', length: 50, default: '' })
  settledByName: string;

  @Column({ type: 'varchar', length: 500, default: '' })
  settledReason: string;

  @Column({ type: 'datetime', nullable: true })
  settledAt: Date | null;
}
