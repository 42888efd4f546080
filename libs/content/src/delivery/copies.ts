import { Injectable } from '@nestjs/common';
import type { SiteCtx } from '@zhanqun/kernel';
import { Db, SiteDirectory } from '@zhanqun/platform';
import { articlePath } from '../article/article-address';
import { Article } from '../article/article.entity';
import { Delivery } from './delivery.entity';
import { DeliveryHistory } from './history/delivery-history';
import { AdoptionPoints } from './points/adoption-points';

/** 回执: at the receiver, tells the sender since when and where the copy is live, and when it is not any more. */
@Injectable()
export class Copies {
  constructor(
    private readonly db: Db,
    private readonly directory: SiteDirectory,
    private readonly history: DeliveryHistory,
    private readonly points: AdoptionPoints,
  ) {}

  /** In the transaction of the acceptance, so that a copy that went live at once is on record at once. */
  async showIfLive(ctx: SiteCtx, delivery: Delivery, copy: Article): Promise<void> {
    if (copy.state !== 'published' || copy.publishedAt === null) return;
    if (delivery.copyState === 'live') return;
    const path = articlePath({ id: copy.id, publishedAt: copy.publishedAt });
    delivery.copyState = 'live';
    delivery.carriedAt ??= ctx.now;
    delivery.copyUrl = this.directory.siteUrl(ctx.site, path);
    await this.db.shared(ctx, Delivery).save(delivery);
    await this.history.add(ctx, delivery, 'copyPublished', delivery.copyUrl);
    await this.points.award(ctx, delivery);
  }

  /** After an article of this site went live. Harmless for what is no copy. */
  async live(ctx: SiteCtx, articleId: number): Promise<void> {
    await this.db.transaction(ctx, async (ctx) => {
      const delivery = await this.of(ctx, articleId);
      const copy = delivery && (await this.db.site(ctx, Article).findOne({ id: articleId }));
      if (copy) await this.showIfLive(ctx, delivery, copy);
    });
  }

  /** After an article of this site was withdrawn. */
  async withdrawn(ctx: SiteCtx, articleId: number, reason: string): Promise<void> {
    await this.db.transaction(ctx, async (ctx) => {
      const delivery = await this.of(ctx, articleId);
      if (!delivery || delivery.copyState === 'withdrawn') return;
      if ((await this.db.site(ctx, Article).count({ id: articleId, state: 'withdrawn' })) === 0) return;
      delivery.copyState = 'withdrawn';
      await this.db.shared(ctx, Delivery).save(delivery);
      await this.history.add(ctx, delivery, 'copyWithdrawn', reason);
      await this.points.takeBack(ctx, delivery, reason);
    });
  }

  private of(ctx: SiteCtx, copyArticleId: number): Promise<Delivery | null> {
    return this.db.shared(ctx, Delivery).findOne({ toSiteId: ctx.site.id, copyArticleId }, { lock: 'write' });
  }
}
