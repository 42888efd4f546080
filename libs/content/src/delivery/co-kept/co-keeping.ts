import { Injectable } from '@nestjs/common';
import { atSite, DomainError, type EditorCtx } from '@zhanqun/kernel';
import { Db, Outbox, SiteDirectory } from '@zhanqun/platform';
import { Article } from '../../article/article.entity';
import { Delivery } from '../delivery.entity';
import { CoKeptSent } from '../delivery.events';
import { DeliveryService } from '../delivery.service';
import { targetsOf } from '../delivery-targets';
import { DeliveryHistory } from '../history/delivery-history';
import { Sending } from '../sending';
import { ChannelAgreement } from './channel-agreement.entity';

/** 栏目共建, by itself: each method works at one site, in that site's own context, and may be repeated. */
@Injectable()
export class CoKeeping {
  constructor(
    private readonly db: Db,
    private readonly outbox: Outbox,
    private readonly directory: SiteDirectory,
    private readonly sending: Sending,
    private readonly deliveries: DeliveryService,
    private readonly history: DeliveryHistory,
  ) {}

  /** At the contributor: what went live in an agreed channel is sent. A copy is never sent on. */
  async send(ctx: EditorCtx, articleId: number): Promise<void> {
    const article = await this.db.site(ctx, Article).findOne({ id: articleId, state: 'published' });
    if (!article || article.origin !== null) return;
    const agreements = await this.db.shared(ctx, ChannelAgreement).find({
      where: { fromSiteId: ctx.site.id, fromChannelId: article.channelId, state: 'agreed' },
      order: { id: 'ASC' },
    });
    const targets = agreements.length === 0 ? [] : targetsOf(ctx.site, this.directory.all());
    for (const { id, toSiteId, way } of agreements) {
      const target = targets.find(({ site }) => site.id === toSiteId);
      if (!target) continue;
      const agreed = { agreementId: id, needsReview: way === 'review' };
      const delivery = await this.sending.sendOne(ctx, article, target, { note: '栏目共建' }, agreed);
      if (delivery) await this.outbox.add(atSite(ctx, target.site), new CoKeptSent(delivery.id));
    }
  }

  /** At the receiver: takes it into the agreed channel. What the rules refuse waits in the inbox for a person. */
  async take(ctx: EditorCtx, deliveryId: number): Promise<void> {
    const delivery = await this.db
      .shared(ctx, Delivery)
      .findOne({ id: deliveryId, toSiteId: ctx.site.id, state: 'sent' });
    if (!delivery?.agreementId) return;
    const agreement = await this.db
      .shared(ctx, ChannelAgreement)
      .findOne({ id: delivery.agreementId, toSiteId: ctx.site.id, state: 'agreed' });
    if (!agreement) return;
    try {
      await this.deliveries.accept(ctx, delivery.id, {
        channelId: agreement.toChannelId,
        onChange: 'atOnce',
      });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      await this.history.add(ctx, delivery, 'held', error.message);
    }
  }
}
