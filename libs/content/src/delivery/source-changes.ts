import { Injectable } from '@nestjs/common';
import { atSite, type SiteCtx } from '@zhanqun/kernel';
import { Db, In, Outbox, SiteDirectory } from '@zhanqun/platform';
import { Article } from '../article/article.entity';
import { saysTheSame, type DeliveredDocument } from './delivered-document';
import { Delivery, type DeliveryState } from './delivery.entity';
import { SourceChanged } from './delivery.events';
import { deliveryState } from './delivery-state';
import { Freezing } from './freezing';

/**
 * 来源变更: at the sender, after a correction or a withdrawal. Puts the new text into every envelope
 * that carried the old one and tells each receiver; touches no row of theirs. Repeating it is harmless.
 */
@Injectable()
export class SourceChanges {
  constructor(
    private readonly db: Db,
    private readonly outbox: Outbox,
    private readonly directory: SiteDirectory,
    private readonly freezing: Freezing,
  ) {}

  async corrected(ctx: SiteCtx, articleId: number): Promise<void> {
    for (const { id, toSiteId } of await this.running(ctx, articleId)) {
      const article = await this.db.site(ctx, Article).findOne({ id: articleId });
      const receiver = this.directory.byId(toSiteId);
      if (article?.state !== 'published' || !receiver) continue;
      const document = await this.freezing.document(ctx, article, receiver);
      const isNew = await this.db.transaction(ctx, (ctx) => this.replace(ctx, id, document));
      if (!isNew) await this.freezing.discard(toSiteId, document);
    }
  }

  private async replace(ctx: SiteCtx, id: number, document: DeliveredDocument): Promise<boolean> {
    const where = { id, fromSiteId: ctx.site.id, state: In<DeliveryState>(['sent', 'accepted']) };
    const delivery = await this.db.shared(ctx, Delivery).findOne(where, { lock: 'write' });
    if (!delivery || saysTheSame(delivery.pendingDocument ?? delivery.document, document)) return false;
    const change =
      delivery.state === 'sent'
        ? { document, title: document.title }
        : { pendingDocument: document, sourceState: 'changed' as const, sourceChangedAt: ctx.now };
    await this.put(ctx, delivery, change);
    return true;
  }

  async withdrawn(ctx: SiteCtx, articleId: number, reason: string): Promise<void> {
    await this.db.transaction(ctx, async (ctx) => {
      for (const delivery of await this.running(ctx, articleId, 'write')) {
        if (delivery.sourceState === 'withdrawn') continue;
        const change =
          delivery.state === 'sent'
            ? {
                state: deliveryState.next('recall', delivery.state),
                reason: `来源已撤下：${reason}`,
                decidedAt: ctx.now,
                openKey: null,
              }
            : {
                sourceState: 'withdrawn' as const,
                pendingDocument: null,
                sourceChangedAt: ctx.now,
                sourceReason: reason,
              };
        await this.put(ctx, delivery, change);
      }
    });
  }

  private running(ctx: SiteCtx, sourceArticleId: number, lock?: 'write'): Promise<Delivery[]> {
    return this.db.shared(ctx, Delivery).find({
      where: { fromSiteId: ctx.site.id, sourceArticleId, state: In(['sent', 'accepted']) },
      ...(lock ? { lock } : {}),
    });
  }

  private async put(ctx: SiteCtx, delivery: Delivery, change: Partial<Delivery>): Promise<void> {
    Object.assign(delivery, change);
    await this.db.shared(ctx, Delivery).save(delivery);
    const receiver = this.directory.byId(delivery.toSiteId);
    if (receiver && delivery.state === 'accepted')
      await this.outbox.add(atSite(ctx, receiver), new SourceChanged(delivery.id));
  }
}
