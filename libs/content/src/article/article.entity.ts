import { SiteEntity } from '@zhanqun/platform';
import { Column, Entity, Index } from 'typeorm';
import type { Importance, RevisionState } from '../review/review';
import type { ArticleFacts } from '../kind/facts';
import type { ArticleKind } from '../kind/kind';

export type { ArticleKind };

/** What citizens see of it. How far a text has come in its review is the revision's state. */
export const ARTICLE_STATES = ['unpublished', 'scheduled', 'published', 'withdrawn'] as const;
export type ArticleState = (typeof ARTICLE_STATES)[number];

/** 撤下方式: what the address of a withdrawn article answers. `expired` is the clock's own. */
export const WITHDRAWN_WAYS = ['gone', 'merged', 'notice', 'expired'] as const;
export type WithdrawnWay = (typeof WITHDRAWN_WAYS)[number];

export interface ArticleOrigin {
  readonly name: string;
  /** Absolute address of the original. */
  readonly url: string;
}

/**
 * 文章：the address and what is live there. Title to cover are those of the live text once there is
 * one, of the draft before; they change only when a revision passes. The address never changes.
 */
@Entity('article')
@Index('IDX_article_list', ['siteId', 'channelId', 'state', 'pinRank', 'publishedAt'])
@Index('IDX_article_neighbour', ['siteId', 'channelId', 'state', 'publishedAt'])
@Index('IDX_article_time', ['siteId', 'state', 'publishedAt'])
@Index('IDX_article_kind', ['siteId', 'kind', 'state', 'publishedAt'])
@Index('IDX_article_review', ['siteId', 'reviewState'])
@Index('IDX_article_changed', ['siteId', 'updatedAt'])
@Index('IDX_article_interprets', ['siteId', 'interpretsArticleId'])
@Index('IDX_article_bin', ['siteId', 'deletedAt'])
@Index('IDX_article_expiry', ['siteId', 'expiresAt'])
@Index('IDX_article_pinEnd', ['siteId', 'pinnedUntil'])
@Index('IDX_article_successor', ['siteId', 'successorArticleId'])
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

  /** Set while withdrawn. */
  @Column({ type: 'varchar', length: 20, nullable: true })
  withdrawnWay: WithdrawnWay | null;

  /** The article of this site that took its place. */
  @Column({ type: 'int', nullable: true })
  mergedIntoId: number | null;

  /** 有效期: at this instant it is withdrawn by the clock. */
  @Column({ type: 'datetime', nullable: true })
  expiresAt: Date | null;

  /** Account that began it; the same account may not review it. */
  @Column({ type: 'int' })
  authorId: number;

  /** Real name as it stood when the article was begun. */
  @Column({ type: 'varchar', length: 50, default: '' })
  authorName: string;

  @Column({ type: 'boolean', default: false })
  isPinned: boolean;

  /** 0 when not pinned; among pinned ones the highest stands first. */
  @Column({ type: 'int', default: 0 })
  pinRank: number;

  @Column({ type: 'datetime', nullable: true })
  pinnedUntil: Date | null;

  /** In the recycle bin since; nothing but the bin shows it. */
  @Column({ type: 'datetime', nullable: true })
  deletedAt: Date | null;

  @Column({ type: 'int', nullable: true })
  deletedById: number | null;

  @Column({ type: 'varchar', length: 50, default: '' })
  deletedByName: string;

  /** Its texts were erased for good; the row keeps the address from being given again. */
  @Column({ type: 'datetime', nullable: true })
  purgedAt: Date | null;

  /** 要素 of its kind; null on kinds without. */
  @Column({ type: 'simple-json', nullable: true })
  facts: ArticleFacts | null;

  /** 索引号: given at first publication, never changed, never given again. */
  @Column({ type: 'varchar', length: 64, nullable: true })
  indexNumber: string | null;

  /** The policy document that this article interprets. */
  @Column({ type: 'int', nullable: true })
  interpretsArticleId: number | null;

  /** Characters of the text without blanks: of the live text, of the draft before. */
  @Column({ type: 'int', default: 0 })
  words: number;

  /** The policy document that replaced or amended this one, repeated from its facts: the newer one names the older. */
  @Column({ type: 'int', nullable: true })
  successorArticleId: number | null;

  /** 来源站点 of a copy, named on its page; null on what was written here. */
  @Column({ type: 'simple-json', nullable: true })
  origin: ArticleOrigin | null;

  /** Sent by the screen that drafts: the same draft sent twice is stored once. */
  @Column({ type: 'varchar', length: 64, nullable: true })
  draftKey: string | null;
}
