import { JobEvent } from '@zhanqun/platform';
import type { NoticeKind } from './notice-kind';

/** A notice is to go out by mail at once. */
@JobEvent()
export class NoticeToMail {
  static readonly kind = 'identity.noticeToMail';
  constructor(readonly noticeId: number) {}
}

/** Something to tell people, from a part of the house that runs where there are no accounts. */
@JobEvent()
export class NewsToTell {
  static readonly kind = 'identity.newsToTell';
  constructor(
    readonly to: readonly number[],
    readonly noticeKind: NoticeKind,
    readonly title: string,
    readonly path: string,
    readonly about: string,
  ) {}
}
