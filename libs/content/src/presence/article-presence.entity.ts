import { SiteEntity } from '@zhanqun/platform';
import { Column, Entity, Index } from 'typeorm';

/** 正在查看或编辑: who has an article open now. Worth 30 seconds; no record of work. */
@Entity('article_presence')
@Index('UQ_article_presence_person', ['siteId', 'articleId', 'accountId'], { unique: true })
@Index('IDX_article_presence_seen', ['siteId', 'seenAt'])
export class ArticlePresence extends SiteEntity {
  @Column({ type: 'int' })
  articleId: number;

  @Column({ type: 'int' })
  accountId: number;

  /** Real name of the day. */
  @Column({ type: 'varchar', length: 50 })
  name: string;

  @Column({ type: 'boolean', default: false })
  isEditing: boolean;

  /** Began to look at it, without a gap of 30 seconds since. */
  @Column({ type: 'datetime' })
  since: Date;

  @Column({ type: 'datetime' })
  seenAt: Date;
}
