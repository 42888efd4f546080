import { Injectable } from '@nestjs/common';
import type { EditorCtx, SiteCtx } from '@zhanqun/kernel';
import { Db } from '@zhanqun/platform';
import { Article } from '../../article/article.entity';
import { Publishing } from '../../review/publishing';
import { Copies } from '../copies';
import { Delivery } from '../delivery.entity';
import { deliveryState } from '../delivery-state';
import { DeliveryHistory } from '../history/delivery-history';
import { ChannelAgreement } from './channel-agreement.entity';

const MOST_A_RUN = 200;

/** 共建结束: what becomes of what was sent under an agreement. */
@Injectable()
export class CoKeepingEnding {
  constructor(
    private readonly db: Db,
    private readonly publishing: Publishing,
    private readonly copies: Copies,
    private readonly history: DeliveryHistory,
  ) {}

  /** In the transaction of the end: undecided envelopes are taken back, copies no longer follow by themselves. */
  async release(ctx: SiteCtx, agreementId: number): Promise<void> {
    const deliveries = this.db.shared(ctx, Delivery);
    const undecided = await deliveries.find({ where: { agreementId, state: 'sent' }, lock: 'write' });
    for (const delivery of undecided) {
      delivery.state = deliveryState.next('recall', delivery.state);
      Object.assign(delivery, { openKey: null, reason: '栏目共建已结束', decidedAt: ctx.now });
      await deliveries.save(delivery);
      await this.history.add(ctx, delivery, 'recalled', delivery.reason);
    }
    await deliveries.updateWhere({ agreementId, state: 'accepted' }, { onChange: 'todo' });
  }

  /** At the receiver: takes down a portion of the copies. Answers whether some may be left. */
  async takeDownCopies(ctx: EditorCtx, agreementId: number): Promise<boolean> {
    const here = { toSiteId: ctx.site.id };
    const agreement = await this.db
      .shared(ctx, ChannelAgreement)
      .findOne({ id: agreementId, ...here, state: 'ended', copies: 'withdraw' });
    if (!agreement) return false;
    const reason = `栏目共建已结束：${agreement.endedReason}`;
    const deliveries = this.db.shared(ctx, Delivery);
    const live = await deliveries.find({
      where: { agreementId, ...here, copyState: 'live' },
      order: { id: 'ASC' },
      take: MOST_A_RUN,
    });
    for (const { id, copyArticleId } of live) {
      await this.db.transaction(ctx, async (ctx) => {
        const copy = await this.db
          .site(ctx, Article)
          .findOne({ id: copyArticleId ?? 0, state: 'published' }, { lock: 'write' });
        if (copy) {
          await this.publishing.takeDown(ctx, copy, reason);
          await this.copies.withdrawn(ctx, copy.id, reason);
        }
        await this.db
          .shared(ctx, Delivery)
          .updateWhere({ id, ...here }, { openKey: null, copyState: 'withdrawn' });
      });
    }
    return live.length === MOST_A_RUN;
  }
}
