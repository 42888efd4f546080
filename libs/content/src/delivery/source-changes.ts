import { Injectable } from '@nestjs/common';
import { atSite, type SiteCtx } from '@zhanqun/kernel';
import { Db, In, IsNull, Not, Outbox, SiteDirectory } from '@zhanqun/platform';
import { articlePath } from '../article/article-address';
import { Article } from '../article/article.entity';
import { saysTheSame, type DeliveredDocument } from './delivered-document';
import { Delivery, type DeliveryState } from './delivery.entity';
import { SourceChanged } from './delivery.events';
import { deliveryState } from './delivery-state';
import { Freezing } from './freezing';
import type { DeliveryEventKind } from './history/delivery-event.entity';
import { DeliveryHistory } from './history/delivery-history';

/** What is left of a text whose source was erased for good, where nobody took it over. */
const NO_WORDS = { subtitle: '', summary: '', keywords: '', body: '', facts: null, files: [] } as const;

/**
 * 来源变更: at the sender, after a correction, a withdrawal or a deletion. Puts the new text, or the fact, into
 * every envelope that carried the old one and tells each receiver; touches no row of theirs. Repeating it is
 * harmless.
 */
@Injectable()
export class SourceChanges {
  constructor(
    private readonly db: Db,
    private readonly outbox: Outbox,
    private readonly directory: SiteDirectory,
    private readonly freezing: Freezing,
    private readonly history: DeliveryHistory,
  ) {}

  /** Also after a withdrawn source came back: a withdrawal that nobody followed yet is no longer one. */
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

  async withdrawn(ctx: SiteCtx, articleId: number, reason: string): Promise<void> {
    await this.db.transaction(ctx, async (ctx) => {
      const article = await this.db.site(ctx, Article).findOne({ id: articleId });
      const end = {
        sourceWay: article?.withdrawnWay ?? ('gone' as const),
        sourceMergedIntoId: article?.mergedIntoId ?? null,
        sourceLeadsTo: await this.addressOf(ctx, article?.mergedIntoId ?? null),
        sourceReason: reason,
      };
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
            : { sourceState: 'withdrawn' as const, pendingDocument: null, sourceChangedAt: ctx.now };
        await this.put(ctx, delivery, { ...end, ...change }, 'sourceWithdrawn', reason);
      }
    });
  }

  /**
   * 删除到回收站与彻底删除, of what was withdrawn before. Copies keep their own end; both sides read that the
   * source is gone. Erased for good, its words also leave the envelopes that nobody accepted.
   */
  async removed(ctx: SiteCtx, sourceArticleId: number, how: 'deleted' | 'purged'): Promise<void> {
    const discarded: Pick<Delivery, 'toSiteId' | 'document'>[] = [];
    await this.db.transaction(ctx, async (ctx) => {
      const rows = this.db.shared(ctx, Delivery);
      const where = { fromSiteId: ctx.site.id, sourceArticleId };
      for (const delivery of await rows.find({ where, lock: 'write' })) {
        if (delivery.sourceWay === how || delivery.sourceWay === 'purged') continue;
        delivery.sourceWay = how;
        if (how === 'purged' && delivery.state !== 'accepted') {
          discarded.push({ toSiteId: delivery.toSiteId, document: delivery.document });
          delivery.document = { ...delivery.document, ...NO_WORDS };
        }
        await rows.save(delivery);
        await this.history.add(ctx, delivery, how === 'deleted' ? 'sourceDeleted' : 'sourcePurged');
      }
    });
    for (const { toSiteId, document } of discarded) await this.freezing.discard(toSiteId, document);
  }

  private async replace(ctx: SiteCtx, id: number, document: DeliveredDocument): Promise<boolean> {
    const where = { id, fromSiteId: ctx.site.id, state: In<DeliveryState>(['sent', 'accepted']) };
    const delivery = await this.db.shared(ctx, Delivery).findOne(where, { lock: 'write' });
    if (!delivery) return false;
    const isPublicAgain = { sourceWay: null, sourceMergedIntoId: null, sourceLeadsTo: '', sourceReason: '' };
    if (saysTheSame(delivery.pendingDocument ?? delivery.document, document)) {
      if (delivery.sourceState === 'withdrawn')
        await this.put(
          ctx,
          delivery,
          { ...isPublicAgain, sourceState: 'current' },
          'sourceCorrected',
          '来源重新发布',
        );
      return false;
    }
    const change =
      delivery.state === 'sent'
        ? { document, title: document.title }
        : { pendingDocument: document, sourceState: 'changed' as const, sourceChangedAt: ctx.now };
    await this.put(ctx, delivery, { ...isPublicAgain, ...change }, 'sourceCorrected');
    return true;
  }

  private async addressOf(ctx: SiteCtx, id: number | null): Promise<string> {
    const into = id === null ? null : await this.db.site(ctx, Article).findOne({ id, state: 'published' });
    if (!into?.publishedAt) return '';
    return this.directory.siteUrl(ctx.site, articlePath({ id: into.id, publishedAt: into.publishedAt }));
  }

  /** Envelopes that still bind both sides: not decided yet, or with a copy that follows. */
  private running(ctx: SiteCtx, sourceArticleId: number, lock?: 'write'): Promise<Delivery[]> {
    const fromSiteId = ctx.site.id;
    const state = In<DeliveryState>(['sent', 'accepted']);
    return this.db.shared(ctx, Delivery).find({
      where: { fromSiteId, sourceArticleId, state, openKey: Not(IsNull()) },
      ...(lock ? { lock } : {}),
    });
  }

  private async put(
    ctx: SiteCtx,
    delivery: Delivery,
    change: Partial<Delivery>,
    event: DeliveryEventKind,
    note = '',
  ): Promise<void> {
    Object.assign(delivery, change);
    await this.db.shared(ctx, Delivery).save(delivery);
    await this.history.add(ctx, delivery, event, note);
    const receiver = this.directory.byId(delivery.toSiteId);
    if (receiver && delivery.state === 'accepted')
      await this.outbox.add(atSite(ctx, receiver), new SourceChanged(delivery.id));
  }
}
