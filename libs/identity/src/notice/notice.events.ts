import { JobEvent } from '@zhanqun/platform';

/** A notice is to go out by mail at once. */
@JobEvent()
export class NoticeToMail {
  static readonly kind = 'identity.noticeToMail';
  constructor(readonly noticeId: number) {}
}
