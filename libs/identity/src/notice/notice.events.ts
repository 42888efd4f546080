/** A notice is to go out by mail at once. */
export class NoticeToMail {
  static readonly kind = 'identity.noticeToMail';
  constructor(readonly noticeId: number) {}
}
