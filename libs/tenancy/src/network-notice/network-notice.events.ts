/** A notice begins or ends now, unless it was changed since. */
export class NetworkNoticeDue {
  static readonly kind = 'tenancy.networkNoticeDue';

  constructor(readonly noticeId: number) {}
}
