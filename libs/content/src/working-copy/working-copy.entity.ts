import { SiteEntity } from '@zhanqun/platform';
import { Column, Entity, Index } from 'typeorm';

/**
 * 自动保存的工作副本: what one person has typed and not yet saved, exactly as typed. It is no version: nobody
 * else reads it, nothing is published from it, and the next save, submission or giving up throws it away.
 */
@Entity('working_copy')
@Index('UQ_working_copy_person', ['siteId', 'articleId', 'accountId'], { unique: true })
@Index('IDX_working_copy_saved', ['siteId', 'savedAt'])
export class WorkingCopy extends SiteEntity {
  @Column({ type: 'int' })
  articleId: number;

  @Column({ type: 'int' })
  accountId: number;

  /** The draft that was open when it was typed. */
  @Column({ type: 'int' })
  revisionId: number;

  /** Version of that draft on which the person was typing. */
  @Column({ type: 'int' })
  baseVersion: number;

  /** The fields of the screen as JSON; never sanitised, because only its own writer gets it back. */
  @Column({ type: 'text' })
  text: string;

  @Column({ type: 'datetime' })
  savedAt: Date;
}
