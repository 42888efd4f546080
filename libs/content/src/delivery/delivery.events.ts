import { JobEvent } from '@zhanqun/platform';

/** 来源有变更, told to one receiver; the job stands at the receiver's site. */
@JobEvent()
export class SourceChanged {
  static readonly kind = 'content.sourceChanged';

  constructor(readonly deliveryId: number) {}
}
