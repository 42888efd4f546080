import { JobEvent } from '@zhanqun/platform';

/** 文章已发布 (first time or a new revision). Carried by the outbox, so it arrives at least once. */
@JobEvent()
export class ArticlePublished {
  static readonly kind = 'content.articlePublished';
  constructor(
    readonly articleId: number,
    readonly revisionId: number,
    readonly isFirst: boolean,
  ) {}
}

/** 文章已撤稿. */
@JobEvent()
export class ArticleWithdrawn {
  static readonly kind = 'content.articleWithdrawn';
  constructor(
    readonly articleId: number,
    readonly reason: string,
  ) {}
}

/** 到时发布: does nothing when the schedule has been changed since. */
@JobEvent()
export class PublishScheduled {
  static readonly kind = 'content.publishScheduled';
  constructor(
    readonly articleId: number,
    readonly revisionId: number,
    /** ISO time. */
    readonly at: string,
  ) {}
}
