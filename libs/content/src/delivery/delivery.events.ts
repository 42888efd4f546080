import { JobEvent } from '@zhanqun/platform';
import type { DeliveryEventKind } from './history/delivery-event.entity';

/** 来源有变更, told to one receiver; the job stands at the receiver's site. */
@JobEvent()
export class SourceChanged {
  static readonly kind = 'content.sourceChanged';

  constructor(readonly deliveryId: number) {}
}

/** 源稿进了回收站，或被彻底删除. */
@JobEvent()
export class SourceRemoved {
  static readonly kind = 'content.sourceRemoved';

  constructor(
    readonly articleId: number,
    readonly how: 'deleted' | 'purged',
  ) {}
}

/** 共建来稿, told to the portal; the job takes it into the agreed channel. */
@JobEvent()
export class CoKeptSent {
  static readonly kind = 'content.coKeptSent';

  constructor(readonly deliveryId: number) {}
}

/** 共建结束, with the copies to be withdrawn; the job stands at the receiving site. */
@JobEvent()
export class CoKeepingEnded {
  static readonly kind = 'content.coKeepingEnded';

  constructor(readonly agreementId: number) {}
}

/** 往来有了进展; the job stands at the site that is told. */
@JobEvent()
export class DeliveryHappened {
  static readonly kind = 'content.deliveryHappened';

  constructor(
    readonly deliveryId: number,
    readonly what: DeliveryEventKind,
    readonly note: string,
  ) {}
}
