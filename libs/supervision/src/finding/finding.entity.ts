import { SharedEntity } from '@zhanqun/platform';
import { Column, Entity, Index } from 'typeorm';
import type { Severity } from '../indicator/indicator';

/** open 待处理 → dispatched 已派发 → cleared 已消除; dismissed 不予认定, by a supervisor with a reason. */
export const FINDING_STATES = ['open', 'dispatched', 'cleared', 'dismissed'] as const;
export type FindingState = (typeof FINDING_STATES)[number];

/**
 * 发现的问题. A shared row that supervision owns: `aboutSiteId` is the site at fault, `portalId` the
 * network in which supervisors see it. The same fault found again keeps its row; `openKey` is unique
 * while the fault stands and null once it is cleared, so a fault that returns is a new finding.
 */
@Entity('finding')
@Index('IDX_finding_site', ['aboutSiteId', 'state'])
@Index('IDX_finding_network', ['portalId', 'state', 'lastSeenAt'])
@Index('UQ_finding_open', ['openKey'], { unique: true })
export class Finding extends SharedEntity {
  @Column({ type: 'int' })
  aboutSiteId: number;

  @Column({ type: 'int' })
  portalId: number;

  @Column({ type: 'varchar', length: 20 })
  indicatorCode: string;

  @Column({ type: 'varchar', length: 600 })
  subject: string;

  @Column({ type: 'varchar', length: 100, nullable: true })
  openKey: string | null;

  @Column({ type: 'varchar', length: 20 })
  severity: Severity;

  @Column({ type: 'varchar', length: 500 })
  title: string;

  @Column({ type: 'varchar', length: 1000 })
  url: string;

  @Column({ type: 'simple-json' })
  evidence: readonly { readonly label: string; readonly value: string }[];

  /** Wording and source of the rule as they stood when the fault was found. */
  @Column({ type: 'text' })
  ruleText: string;

  @Column({ type: 'varchar', length: 300 })
  ruleSource: string;

  @Column({ type: 'varchar', length: 20, default: 'open' })
  state: FindingState;

  @Column({ type: 'datetime' })
  firstSeenAt: Date;

  @Column({ type: 'datetime' })
  lastSeenAt: Date;

  @Column({ type: 'datetime', nullable: true })
  clearedAt: Date | null;

  @Column({ type: 'varchar', length: 500, default: '' })
  dismissedReason: string;
}
