import { SiteEntity } from '@zhanqun/platform';
import { Column, Entity, Index } from 'typeorm';
import type { ArticleFacts } from '../kind/facts';
import type { ReviewPlan } from '../review/plan/review-plan';
import type { Importance, ReviewStepName, RevisionState } from '../review/review';

/** A file under the text, as it was when the text was saved. */
export interface AttachedFile {
  readonly assetId: number;
  readonly name: string;
  /** Path below `/_files/`. */
  readonly path: string;
  readonly format: string;
  readonly mime: string;
  readonly bytes: number;
}

/** Who answers for a published text: real names as they stood when it was signed off. */
export interface Credits {
  readonly editor: string;
  readonly reviewers: readonly string[];
}

/** 版本：a text under review. Words change only while it is a draft; what passed is what was read. */
@Entity('article_revision')
@Index('UQ_article_revision_number', ['siteId', 'articleId', 'number'], { unique: true })
export class ArticleRevision extends SiteEntity {
  @Column({ type: 'int' })
  articleId: number;

  /** Counted from 1 within the article. */
  @Column({ type: 'int' })
  number: number;

  @Column({ type: 'varchar', length: 20, default: 'draft' })
  state: RevisionState;

  /** Review steps, frozen when submitted; empty before. */
  @Column({ type: 'simple-json' })
  steps: readonly ReviewStepName[];

  /** 审核方案: the steps with names and people, frozen with them; null when only the steps are known. */
  @Column({ type: 'simple-json', nullable: true })
  plan: ReviewPlan | null;

  /** 第几轮送审: each submission begins a new round. */
  @Column({ type: 'int', default: 0 })
  round: number;

  @Column({ type: 'varchar', length: 200 })
  title: string;

  @Column({ type: 'varchar', length: 200, default: '' })
  subtitle: string;

  @Column({ type: 'varchar', length: 500, default: '' })
  summary: string;

  /** Separated by `;`. */
  @Column({ type: 'varchar', length: 300, default: '' })
  keywords: string;

  @Column({ type: 'varchar', length: 100 })
  source: string;

  @Column({ type: 'varchar', length: 100, default: '' })
  author: string;

  /** Sanitised on save. */
  @Column({ type: 'text' })
  body: string;

  @Column({ type: 'varchar', length: 20, default: 'general' })
  importance: Importance;

  @Column({ type: 'simple-json', nullable: true })
  facts: ArticleFacts | null;

  @Column({ type: 'int', nullable: true })
  interpretsArticleId: number | null;

  @Column({ type: 'int', nullable: true })
  coverAssetId: number | null;

  @Column({ type: 'varchar', length: 300, default: '' })
  coverPath: string;

  @Column({ type: 'varchar', length: 200, default: '' })
  coverAlt: string;

  @Column({ type: 'simple-json' })
  attachments: readonly AttachedFile[];

  /** Everybody who saved words of it: none of them may review it. */
  @Column({ type: 'simple-json' })
  writerIds: readonly number[];

  @Column({ type: 'int' })
  writtenById: number;

  @Column({ type: 'varchar', length: 50 })
  writtenByName: string;

  @Column({ type: 'int' })
  savedById: number;

  @Column({ type: 'varchar', length: 50 })
  savedByName: string;

  @Column({ type: 'datetime' })
  savedAt: Date;

  @Column({ type: 'int', nullable: true })
  submittedById: number | null;

  @Column({ type: 'datetime', nullable: true })
  submittedAt: Date | null;

  @Column({ type: 'datetime', nullable: true })
  approvedAt: Date | null;

  @Column({ type: 'simple-json', nullable: true })
  credits: Credits | null;

  /** Counts saves of the words; a stale save or a review of older words is refused. */
  @Column({ type: 'int', default: 1 })
  version: number;
}
