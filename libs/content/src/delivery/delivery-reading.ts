import { Injectable } from '@nestjs/common';
import { shanghaiDay, type Page, type PageRequest, type SiteCtx } from '@zhanqun/kernel';
import { allOf, containing, Db, In, LessThan, Not, type Where } from '@zhanqun/platform';
import { articleForReading } from './article-at-sender';
import { Delivery, type DeliveryKind, type DeliveryState } from './delivery.entity';
import { deliveryNotFound } from './delivery.errors';

export interface DeliveryFilter {
  readonly box: 'in' | 'out';
  readonly state?: DeliveryState | 'sourceChanged' | undefined;
  readonly kind?: DeliveryKind | undefined;
  /** Must-carry documents whose day is over and which are not live. */
  readonly isOverdue?: boolean | undefined;
  readonly q?: string | undefined;
}

/** What lies in the boxes of a site: rows of which it is sender or receiver, never others. */
@Injectable()
export class DeliveryReading {
  constructor(private readonly db: Db) {}

  async get(ctx: SiteCtx, id: number): Promise<Delivery> {
    const own = [
      { id, fromSiteId: ctx.site.id },
      { id, toSiteId: ctx.site.id },
    ];
    const delivery = await this.db.shared(ctx, Delivery).findOne(own);
    if (!delivery) throw deliveryNotFound({ id });
    return delivery;
  }

  async list(
    ctx: SiteCtx,
    { box, state, kind, isOverdue, q }: DeliveryFilter,
    paging: PageRequest,
  ): Promise<Page<Delivery>> {
    const where: Where<Delivery>[] = [
      {
        ...(box === 'in' ? { toSiteId: ctx.site.id } : { fromSiteId: ctx.site.id }),
        ...(kind ? { kind } : {}),
        ...(q ? { title: containing(q) } : {}),
      },
    ];
    if (state === 'sourceChanged') where.push({ state: 'accepted', sourceState: Not('current') });
    else if (state) where.push({ state });
    if (isOverdue) where.push(overdue(ctx));
    return this.db
      .shared(ctx, Delivery)
      .page({ where: allOf(...where), order: { sentAt: 'DESC', id: 'DESC' } }, paging);
  }

  /** 转载进度: where the copies of an article went and how they stand, shown to its editor. */
  async ofArticle(ctx: SiteCtx, sourceArticleId: number): Promise<Delivery[]> {
    await articleForReading(this.db, ctx, sourceArticleId);
    return this.db
      .shared(ctx, Delivery)
      .find({ where: { fromSiteId: ctx.site.id, sourceArticleId }, order: { sentAt: 'DESC', id: 'DESC' } });
  }

  /** 逾期未转载 by this site, longest first. */
  owedCarryings(ctx: SiteCtx): Promise<Delivery[]> {
    const where = allOf<Delivery>({ toSiteId: ctx.site.id }, overdue(ctx));
    return this.db.shared(ctx, Delivery).find({ where, order: { dueOn: 'ASC', id: 'ASC' }, take: 100 });
  }
}

const overdue = (ctx: SiteCtx): Where<Delivery> => ({
  carrying: 'must',
  carriedAt: null,
  state: In<DeliveryState>(['sent', 'accepted']),
  dueOn: LessThan(shanghaiDay(ctx.now)),
});
