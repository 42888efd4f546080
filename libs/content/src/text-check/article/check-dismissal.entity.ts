import { SiteEntity } from '@zhanqun/platform';
import { Column, Entity, Index } from 'typeorm';

/** 保留说明：a person read a hit and keeps the words, with a reason that reviewers see. */
@Entity('check_dismissal')
@Index('UQ_check_dismissal_hit', ['siteId', 'articleId', 'hitKey'], { unique: true })
export class CheckDismissal extends SiteEntity {
  @Column({ type: 'int' })
  articleId: number;

  /** `key` of the hit: other words, or the same elsewhere, are another hit. */
  @Column({ type: 'varchar', length: 32 })
  hitKey: string;

  @Column({ type: 'varchar', length: 50 })
  rule: string;

  @Column({ type: 'varchar', length: 200, default: '' })
  text: string;

  @Column({ type: 'varchar', length: 500 })
  reason: string;

  /** Given by a site administrator: lets through what is otherwise kept back. */
  @Column({ type: 'boolean', default: false })
  coversBlock: boolean;

  @Column({ type: 'int' })
  byId: number;

  @Column({ type: 'varchar', length: 50 })
  byName: string;

  @Column({ type: 'datetime' })
  at: Date;
}
