import { SharedEntity } from '@zhanqun/platform';
import { Column, Entity, Index } from 'typeorm';
import type { NoticeKind, NoticeScope, NoticeState } from './network-notice';

/** One line of what happened to a notice, shown beside it; the audit log holds the same for the auditors. */
export interface NoticeStep {
  readonly at: string;
  readonly by: string;
  readonly did: string;
}

/**
 * 应急横幅或灰色日。Shared: one row concerns many sites. What citizens see follows from the state, which
 * changes in the transaction that purges the pages.
 */
@Entity('network_notice')
@Index('IDX_network_notice_state', ['state', 'startsAt'])
@Index('IDX_network_notice_portal', ['portalId', 'state'])
export class NetworkNotice extends SharedEntity {
  static readonly modelName = 'NetworkNotice';

  @Column({ type: 'varchar', length: 10 })
  kind: NoticeKind;

  @Column({ type: 'varchar', length: 10 })
  scope: NoticeScope;

  /** The one network it concerns, whose supervisor may change it; null when it concerns several. */
  @Column({ type: 'int', nullable: true })
  portalId: number | null;

  /** For the scope `sites`. */
  @Column({ type: 'simple-json' })
  siteIds: number[];

  /** 1 to 3; 0 on a grey day. */
  @Column({ type: 'int' })
  level: number;

  @Column({ type: 'varchar', length: 60 })
  title: string;

  @Column({ type: 'varchar', length: 500 })
  text: string;

  @Column({ type: 'varchar', length: 500, nullable: true })
  url: string | null;

  @Column({ type: 'datetime' })
  startsAt: Date;

  /** Null: until it is taken down. */
  @Column({ type: 'datetime', nullable: true })
  endsAt: Date | null;

  @Column({ type: 'varchar', length: 10 })
  state: NoticeState;

  @Column({ type: 'int' })
  byId: number;

  /** Oldest first. */
  @Column({ type: 'simple-json' })
  history: NoticeStep[];

  @Column({ type: 'int', default: 0 })
  version: number;
}
