import { Injectable } from '@nestjs/common';
import { atSite, type SiteCtx } from '@zhanqun/kernel';
import { Db, In, Outbox, SiteDirectory } from '@zhanqun/platform';
import { Article } from '../article/article.entity';
import { Delivery } from './delivery.entity';
import { SourceChanged } from './delivery.events';
import { frozenNow } from './delivery.service';
import { deliveryState } from './delivery-state';

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
  ) {}

  async corrected(ctx: SiteCtx, articleId: number): Promise<void> {
    await this.db.transaction(ctx, async (ctx) => {
      const deliveries = await this.running(ctx, articleId);
      if (deliveries.length === 0) return;
      const article = await this.db.site(ctx, Article).findOne({ id: articleId });
      if (article?.state !== 'published') return;
      const document = await frozenNow(this.db, this.directory, ctx, article);
      for (const delivery of deliveries) {
        if (JSON.stringify(delivery.pendingDocument ?? delivery.document) === JSON.stringify(document))
          continue;
        const change =
          delivery.state === 'sent'
            ? { document, title: document.title }
            : { pendingDocument: document, sourceState: 'changed' as const, sourceChangedAt: ctx.now };
        await this.put(ctx, delivery, change);
      }
    });
  }

  async withdrawn(ctx: SiteCtx, articleId: number, reason: string): Promise<void> {
    await this.db.transaction(ctx, async (ctx) => {
      for (const delivery of await this.running(ctx, articleId)) {
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

  private running(ctx: SiteCtx, sourceArticleId: number): Promise<Delivery[]> {
    return this.db.shared(ctx, Delivery).find({
      where: { fromSiteId: ctx.site.id, sourceArticleId, state: In(['sent', 'accepted']) },
      lock: 'write',
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
