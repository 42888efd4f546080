import { Injectable } from '@nestjs/common';
import type { Ctx, SiteCtx, StaffCtx } from '@zhanqun/kernel';
import { Accounts, Notices } from '@zhanqun/identity';
import { Db, Handles, SiteDirectory, type JobHandler } from '@zhanqun/platform';
import { Delivery } from '../delivery.entity';
import { DeliveryHappened } from '../delivery.events';
import { DELIVERY_NEWS } from './delivery-words';

/** 往来提醒, at the site that is told: its people where it receives, who sent where it sent. */
@Handles(DeliveryHappened)
@Injectable()
export class TellAboutDelivery implements JobHandler<DeliveryHappened> {
  constructor(
    private readonly db: Db,
    private readonly accounts: Accounts,
    private readonly notices: Notices,
    private readonly directory: SiteDirectory,
  ) {}

  async handle(ctx: Ctx, { deliveryId, what, note }: DeliveryHappened): Promise<void> {
    const here = ctx as SiteCtx & StaffCtx;
    const news = DELIVERY_NEWS[what];
    const end = news?.to === 'receiver' ? { toSiteId: here.site.id } : { fromSiteId: here.site.id };
    const delivery = await this.db.shared(here, Delivery).findOne({ id: deliveryId, ...end });
    if (!news || !delivery) return;
    const otherId = news.to === 'receiver' ? delivery.fromSiteId : delivery.toSiteId;
    const other = this.directory.byId(otherId)?.name ?? '对方站点';
    await this.notices.tell(here, {
      to: news.to === 'sender' ? [delivery.sentById] : await this.receivers(here),
      kind: 'delivery',
      title: news.words({ title: delivery.title, other, note }),
      path: `/s/${here.site.key}/deliveries?open=${delivery.id}`,
      about: `delivery:${delivery.id}`,
      site: here.site,
    });
  }

  private async receivers(ctx: SiteCtx): Promise<number[]> {
    const people = [
      ...(await this.accounts.membersWith(ctx, ctx.site.id, 'siteAdmin')),
      ...(await this.accounts.membersWith(ctx, ctx.site.id, 'editor')),
    ];
    return people.map(({ accountId }) => accountId);
  }
}
