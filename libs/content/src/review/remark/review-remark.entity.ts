import { SiteEntity } from '@zhanqun/platform';
import { Column, Entity, Index } from 'typeorm';

export const REMARK_FIELDS = ['title', 'subtitle', 'summary', 'body'] as const;
export type RemarkField = (typeof REMARK_FIELDS)[number];

/**
 * 批注：words about a place in a text. The place is kept as quoted words, which occurrence of them it is and
 * where they stood; when the words are no longer there the remark stays and says 原文已改.
 */
@Entity('review_remark')
@Index('IDX_review_remark_article', ['siteId', 'articleId', 'id'])
export class ReviewRemark extends SiteEntity {
  @Column({ type: 'int' })
  articleId: number;

  @Column({ type: 'int' })
  revisionId: number;

  /** Version of the words that were remarked on. */
  @Column({ type: 'int' })
  version: number;

  @Column({ type: 'varchar', length: 20 })
  field: RemarkField;

  @Column({ type: 'varchar', length: 500 })
  quote: string;

  /** Which occurrence of `quote` in the field, from 0. */
  @Column({ type: 'int' })
  nth: number;

  /** Where it stood, in UTF-16 units of the field's plain text. */
  @Column({ type: 'int' })
  start: number;

  @Column({ type: 'varchar', length: 1000 })
  words: string;

  @Column({ type: 'int' })
  byId: number;

  @Column({ type: 'varchar', length: 50 })
  byName: string;

  @Column({ type: 'datetime' })
  at: Date;

  /** 已处理; null while it stands. */
  @Column({ type: 'datetime', nullable: true })
  resolvedAt: Date | null;

  @Column({ type: 'varchar', length: 50, default: '' })
  resolvedByName: string;
}
