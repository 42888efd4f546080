import { Injectable } from '@nestjs/common';
import { canDo, must, type EditorCtx, type Page, type PageRequest, type SiteCtx } from '@zhanqun/kernel';
import { Audit, containing, Db, isUniqueViolation, SiteDirectory } from '@zhanqun/platform';
import { Article } from '../article/article.entity';
import { articleNotFound } from '../article/article.errors';
import type { UnpackedFiles } from '../asset/travelling-files';
import type { DeliveredDocument } from './delivered-document';
import { Delivery, type DeliveryState, type OnChange } from './delivery.entity';
import {
  alreadyDelivered,
  copyNotDeliverable,
  deliveryNotFound,
  followingNotAllowed,
  notDeliverable,
  targetUnknown,
} from './delivery.errors';
import { deliveryState } from './delivery-state';
import { targetsOf, type DeliveryTarget } from './delivery-targets';
import { Freezing } from './freezing';
import { Reception } from './reception';

export interface DeliveryFilter {
  readonly box: 'in' | 'out';
  readonly state?: DeliveryState | 'sourceChanged' | undefined;
  readonly q?: string | undefined;
}

/** 报送与接收, seen from the site of the context: what goes out of it and what comes in. */
@Injectable()
export class DeliveryService {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly directory: SiteDirectory,
    private readonly reception: Reception,
    private readonly freezing: Freezing,
  ) {}

  targets(ctx: SiteCtx): DeliveryTarget[] {
    return targetsOf(ctx.site, this.directory.all());
  }

  /** 报送: sends a frozen copy of a published article. */
  async send(ctx: EditorCtx, articleId: number, to: string, note: string): Promise<Delivery> {
    const target = this.targets(ctx).find(({ site }) => site.key === to);
    if (!target) throw targetUnknown({ to });
    const article = await this.deliverable(ctx, articleId);
    const document = await this.freezing.document(ctx, article, target.site);
    try {
      return await this.post(ctx, article, target, document, note);
    } catch (error) {
      await this.freezing.discard(target.site.id, document);
      if (isUniqueViolation(error)) throw alreadyDelivered({ to });
      throw error;
    }
  }

  /** 签收: takes the document into a channel of this site. Only who may publish lets later changes in by themselves. */
  async accept(ctx: EditorCtx, id: number, channelId: number, onChange: OnChange): Promise<Delivery> {
    const files = await this.unpacked(ctx, id, 'accept', ({ document }) => document);
    return this.db.transaction(ctx, async (ctx) => {
      const delivery = await this.incoming(ctx, id);
      must(ctx, 'accept', delivery);
      delivery.state = deliveryState.next('accept', delivery.state);
      const article = await this.reception.take(ctx, delivery, channelId, files);
      if (onChange === 'atOnce' && !canDo(ctx, 'publish', article)) throw followingNotAllowed();
      Object.assign(delivery, { copyArticleId: article.id, onChange });
      return this.decided(ctx, delivery, 'delivery.accept', `签收《${delivery.title}》`);
    });
  }

  /** 退回报送, with the reason the sender reads. */
  async decline(ctx: EditorCtx, id: number, reason: string): Promise<Delivery> {
    return this.db.transaction(ctx, async (ctx) => {
      const delivery = await this.incoming(ctx, id);
      must(ctx, 'accept', delivery);
      delivery.state = deliveryState.next('decline', delivery.state);
      Object.assign(delivery, { reason, openKey: null });
      return this.decided(ctx, delivery, 'delivery.decline', `不予采用《${delivery.title}》：${reason}`);
    });
  }

  /** 撤回报送, by the sender, before the receiver has decided. */
  async recall(ctx: EditorCtx, id: number): Promise<Delivery> {
    return this.db.transaction(ctx, async (ctx) => {
      const delivery = await this.db
        .shared(ctx, Delivery)
        .findOne({ id, fromSiteId: ctx.site.id }, { lock: 'write' });
      if (!delivery) throw deliveryNotFound({ id });
      must(ctx, 'withdraw', delivery);
      delivery.state = deliveryState.next('recall', delivery.state);
      delivery.openKey = null;
      return this.decided(ctx, delivery, 'delivery.recall', `撤回报送《${delivery.title}》`);
    });
  }

  /** 采用来源变更: the corrected text, or the withdrawal, reaches the copy. */
  async apply(ctx: EditorCtx, id: number): Promise<Delivery> {
    const files = await this.unpacked(ctx, id, 'update', ({ pendingDocument }) => pendingDocument);
    return this.db.transaction(ctx, async (ctx) => {
      const delivery = await this.incoming(ctx, id);
      must(ctx, 'update', delivery);
      await this.reception.follow(ctx, delivery, files);
      return delivery;
    });
  }

  /** 不采用来源变更: the copy stays as it is; the decision is on record. */
  async ignore(ctx: EditorCtx, id: number): Promise<Delivery> {
    return this.db.transaction(ctx, async (ctx) => {
      const delivery = await this.incoming(ctx, id);
      must(ctx, 'update', delivery);
      await this.reception.keep(ctx, delivery);
      return delivery;
    });
  }

  async get(ctx: SiteCtx, id: number): Promise<Delivery> {
    const own = [
      { id, fromSiteId: ctx.site.id },
      { id, toSiteId: ctx.site.id },
    ];
    const delivery = await this.db.shared(ctx, Delivery).findOne(own);
    if (!delivery) throw deliveryNotFound({ id });
    return delivery;
  }

  async list(ctx: SiteCtx, { box, state, q }: DeliveryFilter, paging: PageRequest): Promise<Page<Delivery>> {
    const where = {
      ...(box === 'in' ? { toSiteId: ctx.site.id } : { fromSiteId: ctx.site.id }),
      ...(state === 'sourceChanged' ? changedSource : state ? { state } : {}),
      ...(q ? { title: containing(q) } : {}),
    };
    return this.db.shared(ctx, Delivery).page({ where, order: { sentAt: 'DESC', id: 'DESC' } }, paging);
  }

  /** Where the copies of an article went, and how they stand: shown to its editor. */
  async ofArticle(ctx: SiteCtx, sourceArticleId: number): Promise<Delivery[]> {
    await this.readableArticle(ctx, sourceArticleId);
    return this.db
      .shared(ctx, Delivery)
      .find({ where: { fromSiteId: ctx.site.id, sourceArticleId }, order: { sentAt: 'DESC' } });
  }

  private async incoming(ctx: SiteCtx, id: number): Promise<Delivery> {
    const delivery = await this.db
      .shared(ctx, Delivery)
      .findOne({ id, toSiteId: ctx.site.id }, { lock: 'write' });
    if (!delivery) throw deliveryNotFound({ id });
    return delivery;
  }

  /** Files are taken into the library before the transaction; a refusal afterwards leaves them unused there. */
  private async unpacked(
    ctx: EditorCtx,
    id: number,
    right: string,
    documentOf: (delivery: Delivery) => DeliveredDocument | null,
  ): Promise<UnpackedFiles> {
    const delivery = await this.db.shared(ctx, Delivery).findOne({ id, toSiteId: ctx.site.id });
    if (!delivery) throw deliveryNotFound({ id });
    must(ctx, right, delivery);
    return this.reception.unpack(ctx, documentOf(delivery));
  }

  private async post(
    ctx: EditorCtx,
    { id, liveRevisionId }: Article,
    target: DeliveryTarget,
    document: DeliveredDocument,
    note: string,
  ): Promise<Delivery> {
    return this.db.transaction(ctx, async (ctx) => {
      const isStillLive = await this.db.site(ctx, Article).count({ id, state: 'published', liveRevisionId });
      if (isStillLive === 0) throw notDeliverable({ articleId: id });
      const deliveries = this.db.shared(ctx, Delivery);
      const delivery = deliveries.build({
        fromSiteId: ctx.site.id,
        toSiteId: target.site.id,
        kind: target.kind,
        sourceArticleId: id,
        openKey: `${ctx.site.id}:${target.site.id}:${id}`,
        title: document.title,
        document,
        note,
        sentById: ctx.actor.accountId,
        sentByName: ctx.actor.name,
        sentAt: ctx.now,
      });
      must(ctx, 'send', delivery);
      await deliveries.save(delivery);
      await this.record(ctx, 'delivery.send', delivery, `报送《${delivery.title}》至${target.site.name}`);
      return delivery;
    });
  }

  private async deliverable(ctx: EditorCtx, id: number): Promise<Article> {
    const article = await this.readableArticle(ctx, id);
    if (article.state !== 'published' || article.liveRevisionId === null)
      throw notDeliverable({ articleId: id });
    const isCopy = await this.db.shared(ctx, Delivery).count({ toSiteId: ctx.site.id, copyArticleId: id });
    if (isCopy > 0) throw copyNotDeliverable({ articleId: id });
    return article;
  }

  private async readableArticle(ctx: SiteCtx, id: number): Promise<Article> {
    const article = await this.db.site(ctx, Article).findOne({ id });
    if (!article) throw articleNotFound({ id });
    must(ctx, 'read', article);
    return article;
  }

  private async decided(
    ctx: EditorCtx,
    delivery: Delivery,
    action: string,
    summary: string,
  ): Promise<Delivery> {
    Object.assign(delivery, { decidedByName: ctx.actor.name, decidedAt: ctx.now });
    await this.db.shared(ctx, Delivery).save(delivery);
    await this.record(ctx, action, delivery, summary);
    return delivery;
  }

  private async record(ctx: EditorCtx, action: string, delivery: Delivery, summary: string): Promise<void> {
    await this.audit.record(ctx, { action, subject: 'Delivery', subjectId: delivery.id, summary });
  }
}

const changedSource = { state: 'accepted', sourceState: 'changed' } as const;
