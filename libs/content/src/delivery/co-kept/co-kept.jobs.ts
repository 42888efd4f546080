import { Injectable } from '@nestjs/common';
import type { Ctx, EditorCtx } from '@zhanqun/kernel';
import { Handles, Outbox, type JobHandler } from '@zhanqun/platform';
import { CoKeepingEnded, CoKeptSent } from '../delivery.events';
import { CoKeeping } from './co-keeping';
import { CoKeepingEnding } from './co-keeping-ending';

/** 共建来稿接收, at the receiving site. */
@Handles(CoKeptSent)
@Injectable()
export class TakeCoKept implements JobHandler<CoKeptSent> {
  constructor(private readonly coKeeping: CoKeeping) {}

  async handle(ctx: Ctx, { deliveryId }: CoKeptSent): Promise<void> {
    await this.coKeeping.take(ctx as EditorCtx, deliveryId);
  }
}

/** 共建结束后撤下副本, a portion at a time. */
@Handles(CoKeepingEnded)
@Injectable()
export class TakeDownCoKept implements JobHandler<CoKeepingEnded> {
  constructor(
    private readonly ending: CoKeepingEnding,
    private readonly outbox: Outbox,
  ) {}

  async handle(ctx: Ctx, event: CoKeepingEnded): Promise<void> {
    const isMoreLeft = await this.ending.takeDownCopies(ctx as EditorCtx, event.agreementId);
    if (isMoreLeft) await this.outbox.add(ctx, new CoKeepingEnded(event.agreementId));
  }
}
