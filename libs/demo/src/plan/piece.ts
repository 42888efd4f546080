import type { ArticleKind, Importance, Validity } from '@zhanqun/content';
import type { SiteKey } from '../county/sites';

/** 公文要素 as the plan knows them: other documents by their `ref`, not yet by id. */
export interface PlannedFacts {
  readonly documentNumber: string;
  readonly issuedOn: string;
  readonly issuer: string;
  readonly subjectCategory: string;
  readonly genre: string;
  readonly validity: Validity;
  readonly effectiveOn?: string;
  readonly expiresOn?: string;
  readonly successor?: string;
}

/** One text of the demonstration county, before it is a row. */
export interface Piece {
  /** Name inside the plan, by which other pieces point to it. */
  readonly ref: string;
  readonly site: SiteKey;
  /** Path of the channel. */
  readonly channel: string;
  readonly kind: ArticleKind;
  readonly title: string;
  readonly body: string;
  readonly source: string;
  readonly keywords?: readonly string[];
  readonly importance?: Importance;
  readonly publishedAt: Date;
  readonly cover?: string;
  readonly attachments?: readonly string[];
  readonly facts?: PlannedFacts;
  readonly interprets?: string;
  readonly isPinned?: boolean;
}
