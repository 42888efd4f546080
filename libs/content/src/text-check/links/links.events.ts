import { JobEvent } from '@zhanqun/platform';

/** Addresses of the site wait to be visited. */
@JobEvent()
export class VisitLinks {
  static readonly kind = 'content.visitLinks';
}
