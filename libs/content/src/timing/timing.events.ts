import { JobEvent } from '@zhanqun/platform';

/** 到期撤下: does nothing when the date was changed since. */
@JobEvent()
export class ArticleExpires {
  static readonly kind = 'content.articleExpires';
  constructor(
    readonly articleId: number,
    /** ISO time. */
    readonly at: string,
  ) {}
}

/** 置顶到期: does nothing when the end was changed since. */
@JobEvent()
export class PinEnds {
  static readonly kind = 'content.pinEnds';
  constructor(
    readonly articleId: number,
    /** ISO time. */
    readonly at: string,
  ) {}
}
