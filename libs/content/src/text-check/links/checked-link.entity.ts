import { SiteEntity } from '@zhanqun/platform';
import { Column, Entity, Index } from 'typeorm';

/** `waiting`: not asked yet or to be asked again; `unsure`: did not answer, but may yet. */
export const LINK_STATES = ['waiting', 'alive', 'dead', 'unsure'] as const;
export type LinkState = (typeof LINK_STATES)[number];

/** 链接状态: what an address outside answered when it was last visited for this site. */
@Entity('checked_link')
@Index('UQ_checked_link_address', ['siteId', 'addressHash'], { unique: true })
@Index('IDX_checked_link_state', ['siteId', 'state', 'checkedAt'])
export class CheckedLink extends SiteEntity {
  @Column({ type: 'varchar', length: 32 })
  addressHash: string;

  @Column({ type: 'varchar', length: 1000 })
  address: string;

  @Column({ type: 'varchar', length: 20, default: 'waiting' })
  state: LinkState;

  /** Visits in a row without an answer. */
  @Column({ type: 'int', default: 0 })
  failures: number;

  /** What it answered, for people. */
  @Column({ type: 'varchar', length: 200, default: '' })
  detail: string;

  @Column({ type: 'datetime', nullable: true })
  checkedAt: Date | null;
}
