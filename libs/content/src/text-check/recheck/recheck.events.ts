import { JobEvent } from '@zhanqun/platform';

/** The next articles of a run are to be checked. */
@JobEvent()
export class RecheckPublished {
  static readonly kind = 'content.recheckPublished';

  constructor(readonly runId: number) {}
}
