import { SiteEntity } from '@zhanqun/platform';
import { Column, Entity, Index } from 'typeorm';
import type { Importance, RevisionState } from '../review/review';
import type { PolicyFacts } from './policy-facts';

export const ARTICLE_KINDS = ['news', 'notice', 'policyDocument', 'interpretation', 'page'] as const;
export type ArticleKind = (typeof ARTICLE_KINDS)[number];

/** What citizens see of it. How far a text has come in its review is the revision's state. */
export const ARTICLE_STATES = ['unpublished', 'scheduled', 'published', 'withdrawn'] as const;
export type ArticleState = (typeof ARTICLE_STATES)[number];

/**
 * 文章：the address and what is live there. Title to cover are those of the live text once there is
 * one, of the draft before; they change only when a revision passes. The address never changes.
 */
@Entity('article')
@Index('IDX_article_list', ['siteId', 'channelId', 'state', 'isPinned', 'publishedAt'])
@Index('IDX_article_neighbour', ['siteId', 'channelId', 'state', 'publishedAt'])
@Index('IDX_article_review', ['siteId', 'reviewState'])
@Index('IDX_article_changed', ['siteId', 'updatedAt'])
@Index('IDX_article_interprets', ['siteId', 'interpretsArticleId'])
@Index('UQ_article_indexNumber', ['siteId', 'indexNumber'], { unique: true })
@Index('UQ_article_draftKey', ['siteId', 'draftKey'], { unique: true })
export class Article extends SiteEntity {
  @Column({ type: 'int' })
  channelId: number;

  @Column({ type: 'varchar', length: 20 })
  kind: ArticleKind;

  @Column({ type: 'varchar', length: 20, default: 'unpublished' })
  state: ArticleState;

  /** State of the open revision; null when nothing is being worked on. */
  @Column({ type: 'varchar', length: 20, nullable: true })
  reviewState: RevisionState | null;

  @Column({ type: 'int', nullable: true })
  liveRevisionId: number | null;

  @Column({ type: 'int', nullable: true })
  openRevisionId: number | null;

  @Column({ type: 'varchar', length: 200 })
  title: string;

  @Column({ type: 'varchar', length: 500, default: '' })
  summary: string;

  @Column({ type: 'varchar', length: 100 })
  source: string;

  @Column({ type: 'varchar', length: 100, default: '' })
  author: string;

  @Column({ type: 'int', nullable: true })
  coverAssetId: number | null;

  /** Path of the cover below `/_files/`, and its alternative text: lists need no second query. */
  @Column({ type: 'varchar', length: 300, default: '' })
  coverPath: string;

  @Column({ type: 'varchar', length: 200, default: '' })
  coverAlt: string;

  @Column({ type: 'varchar', length: 20, default: 'general' })
  importance: Importance;

  /** Set at the first submission: from then on the importance can only rise. */
  @Column({ type: 'boolean', default: false })
  wasSubmitted: boolean;

  /** A reviewer returned the open text and it was not submitted again. */
  @Column({ type: 'boolean', default: false })
  isSentBack: boolean;

  /** First publication: the month in the address and the time on the page. */
  @Column({ type: 'datetime', nullable: true })
  publishedAt: Date | null;

  /** When the live text last passed its review. */
  @Column({ type: 'datetime', nullable: true })
  revisedAt: Date | null;

  @Column({ type: 'datetime', nullable: true })
  scheduledFor: Date | null;

  @Column({ type: 'datetime', nullable: true })
  withdrawnAt: Date | null;

  @Column({ type: 'varchar', length: 500, default: '' })
  withdrawnReason: string;

  /** Account that began it; the same account may not review it. */
  @Column({ type: 'int' })
  authorId: number;

  /** Real name as it stood when the article was begun. */
  @Column({ type: 'varchar', length: 50, default: '' })
  authorName: string;

  @Column({ type: 'boolean', default: false })
  isPinned: boolean;

  /** 公文要素; null on other kinds. */
  @Column({ type: 'simple-json', nullable: true })
  facts: PolicyFacts | null;

  /** 索引号: given at first publication, never changed, never given again. */
  @Column({ type: 'varchar', length: 64, nullable: true })
  indexNumber: string | null;

  /** The policy document that this article interprets. */
  @Column({ type: 'int', nullable: true })
  interpretsArticleId: number | null;

  /** Sent by the screen that drafts: the same draft sent twice is stored once. */
  @Column({ type: 'varchar', length: 64, nullable: true })
  draftKey: string | null;
}
