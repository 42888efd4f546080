import { Injectable } from '@nestjs/common';
import { atSite, type SiteCtx } from '@zhanqun/kernel';
import { Db, Outbox, SiteDirectory } from '@zhanqun/platform';
import type { Delivery } from '../delivery.entity';
import { DeliveryHappened } from '../delivery.events';
import { DELIVERY_NEWS } from '../news/delivery-words';
import { DeliveryEvent, type DeliveryEventKind } from './delivery-event.entity';

const MOST = 100;

/** 往来记录 of an envelope, written in the caller's transaction. */
@Injectable()
export class DeliveryHistory {
  constructor(
    private readonly db: Db,
    private readonly outbox: Outbox,
    private readonly directory: SiteDirectory,
  ) {}

  async add(ctx: SiteCtx, delivery: Delivery, kind: DeliveryEventKind, note = ''): Promise<void> {
    const events = this.db.shared(ctx, DeliveryEvent);
    const side = delivery.fromSiteId === ctx.site.id ? 'sender' : 'receiver';
    const row = { deliveryId: delivery.id, kind, side, byName: ctx.actor?.name ?? '', at: ctx.now } as const;
    await events.save(events.build({ ...row, note: note.slice(0, 500) }));
    await this.announce(ctx, delivery, kind, note);
  }

  /** For an envelope that the caller may read. */
  async of(ctx: SiteCtx, { id }: Delivery): Promise<DeliveryEvent[]> {
    return this.db
      .shared(ctx, DeliveryEvent)
      .find({ where: { deliveryId: id }, order: { id: 'ASC' }, take: MOST });
  }

  /** The other side is told, unless it did it itself. */
  private async announce(
    ctx: SiteCtx,
    delivery: Delivery,
    kind: DeliveryEventKind,
    note: string,
  ): Promise<void> {
    const news = DELIVERY_NEWS[kind];
    const told = this.directory.byId(news?.to === 'receiver' ? delivery.toSiteId : delivery.fromSiteId);
    if (news && told)
      await this.outbox.add(atSite(ctx, told), new DeliveryHappened(delivery.id, kind, note.slice(0, 100)));
  }
}
