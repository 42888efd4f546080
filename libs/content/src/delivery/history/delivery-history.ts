import { Injectable } from '@nestjs/common';
import type { SiteCtx } from '@zhanqun/kernel';
import { Db } from '@zhanqun/platform';
import type { Delivery } from '../delivery.entity';
import { DeliveryEvent, type DeliveryEventKind } from './delivery-event.entity';

const MOST = 100;

/** 往来记录 of an envelope, written in the caller's transaction. */
@Injectable()
export class DeliveryHistory {
  constructor(private readonly db: Db) {}

  async add(ctx: SiteCtx, delivery: Delivery, kind: DeliveryEventKind, note = ''): Promise<void> {
    const events = this.db.shared(ctx, DeliveryEvent);
    const side = delivery.fromSiteId === ctx.site.id ? 'sender' : 'receiver';
    const row = { deliveryId: delivery.id, kind, side, byName: ctx.actor?.name ?? '', at: ctx.now } as const;
    await events.save(events.build({ ...row, note: note.slice(0, 500) }));
  }

  /** For an envelope that the caller may read. */
  async of(ctx: SiteCtx, { id }: Delivery): Promise<DeliveryEvent[]> {
    return this.db
      .shared(ctx, DeliveryEvent)
      .find({ where: { deliveryId: id }, order: { id: 'ASC' }, take: MOST });
  }
}
