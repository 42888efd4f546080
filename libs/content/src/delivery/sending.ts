import { Injectable } from '@nestjs/common';
import { isDay, must, shanghaiDay, type EditorCtx, type SiteCtx } from '@zhanqun/kernel';
import { Audit, Db, isUniqueViolation, SiteDirectory } from '@zhanqun/platform';
import { Article } from '../article/article.entity';
import { articleForReading } from './article-at-sender';
import type { DeliveredDocument } from './delivered-document';
import { Delivery, type Carrying } from './delivery.entity';
import {
  alreadyDelivered,
  carryingOnlyDown,
  copyNotDeliverable,
  deliveryNotFound,
  dueDayWrong,
  notDeliverable,
  nothingToRemind,
  remindedToday,
  targetUnknown,
} from './delivery.errors';
import { deliveryState } from './delivery-state';
import { targetsOf, type DeliveryTarget } from './delivery-targets';
import { Freezing } from './freezing';
import { DeliveryHistory } from './history/delivery-history';

export interface SendingWish {
  readonly note?: string | undefined;
  readonly carrying?: Carrying | undefined;
  readonly dueOn?: string | undefined;
}

/** What the platform adds when nobody sends by hand: the 共建 agreement it is sent under. */
export interface Agreed {
  readonly agreementId: number;
  readonly needsReview: boolean;
}

export interface Dispatch {
  readonly sent: readonly Delivery[];
  /** Sites that have the article already. */
  readonly skipped: readonly DeliveryTarget[];
}

/** 报送、推送、引用, at the sender: what goes out of the site of the context and how it is looked after. */
@Injectable()
export class Sending {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly directory: SiteDirectory,
    private readonly freezing: Freezing,
    private readonly history: DeliveryHistory,
  ) {}

  targets(ctx: SiteCtx): DeliveryTarget[] {
    return targetsOf(ctx.site, this.directory.all());
  }

  /** Sends a frozen copy of a published article to one site. */
  async send(ctx: EditorCtx, articleId: number, to: string, wish: SendingWish = {}): Promise<Delivery> {
    const { sent } = await this.sendToMany(ctx, articleId, [to], wish);
    return sent[0] as Delivery;
  }

  /**
   * 推送到多个站点. Nothing is sent when one of the sites is unknown; sites that have the article already are
   * left out and named. Raises `content.delivery.already` when that leaves none.
   */
  async sendToMany(
    ctx: EditorCtx,
    articleId: number,
    to: readonly string[],
    wish: SendingWish,
  ): Promise<Dispatch> {
    const known = new Map(this.targets(ctx).map((target) => [target.site.key, target]));
    const targets = [...new Set(to)].map((key) => known.get(key) ?? fail(targetUnknown({ to: key })));
    checkWish(ctx, targets, wish);
    const article = await this.deliverable(ctx, articleId);
    const sent: Delivery[] = [];
    const skipped: DeliveryTarget[] = [];
    for (const target of targets) {
      const delivery = await this.sendOne(ctx, article, target, wish);
      if (delivery) sent.push(delivery);
      else skipped.push(target);
    }
    if (sent.length === 0) throw alreadyDelivered({ to: to.join() });
    return { sent, skipped };
  }

  /** Null when the site has it already. What the platform sends by itself names its agreement. */
  async sendOne(
    ctx: EditorCtx,
    article: Article,
    target: DeliveryTarget,
    wish: SendingWish,
    agreed: Agreed | null = null,
  ): Promise<Delivery | null> {
    const openKey = `${ctx.site.id}:${target.site.id}:${article.id}`;
    if ((await this.db.shared(ctx, Delivery).count({ openKey })) > 0) return null;
    const document = await this.freezing.document(ctx, article, target.site);
    try {
      return await this.post(ctx, article, target, document, wish, agreed, openKey);
    } catch (error) {
      await this.freezing.discard(target.site.id, document);
      if (isUniqueViolation(error)) return null;
      throw error;
    }
  }

  /** 撤回, by the sender, before the receiver has decided. */
  async recall(ctx: EditorCtx, id: number): Promise<Delivery> {
    return this.db.transaction(ctx, async (ctx) => {
      const delivery = await this.outgoing(ctx, id, 'withdraw');
      delivery.state = deliveryState.next('recall', delivery.state);
      Object.assign(delivery, { openKey: null, decidedByName: ctx.actor.name, decidedAt: ctx.now });
      await this.db.shared(ctx, Delivery).save(delivery);
      await this.history.add(ctx, delivery, 'recalled');
      await this.record(ctx, 'delivery.recall', delivery, `撤回报送《${delivery.title}》`);
      return delivery;
    });
  }

  /** 催办: at most once a day, while the receiver has not decided or a must-carry copy is not live yet. */
  async remind(ctx: EditorCtx, id: number): Promise<Delivery> {
    return this.db.transaction(ctx, async (ctx) => {
      const delivery = await this.outgoing(ctx, id, 'withdraw');
      if (!isOwed(delivery)) throw nothingToRemind({ id });
      if (delivery.remindedAt && shanghaiDay(delivery.remindedAt) === shanghaiDay(ctx.now)) {
        throw remindedToday({ id });
      }
      delivery.remindedAt = ctx.now;
      await this.db.shared(ctx, Delivery).save(delivery);
      await this.history.add(ctx, delivery, 'reminded');
      await this.record(ctx, 'delivery.remind', delivery, `催办《${delivery.title}》`);
      return delivery;
    });
  }

  private async post(
    ctx: EditorCtx,
    { id, liveRevisionId, authorId, authorName }: Article,
    { site, kind }: DeliveryTarget,
    document: DeliveredDocument,
    { note = '', carrying, dueOn }: SendingWish,
    agreed: Agreed | null,
    openKey: string,
  ): Promise<Delivery> {
    return this.db.transaction(ctx, async (ctx) => {
      const isStillLive = await this.db.site(ctx, Article).count({ id, state: 'published', liveRevisionId });
      if (isStillLive === 0) throw notDeliverable({ articleId: id });
      const deliveries = this.db.shared(ctx, Delivery);
      const wayOf = { fromSiteId: ctx.site.id, toSiteId: site.id, sourceArticleId: id };
      const wasSent = (await deliveries.count(wayOf)) > 0;
      const delivery = deliveries.build({
        ...wayOf,
        ...agreed,
        kind,
        openKey,
        title: document.title,
        document,
        note,
        carrying: kind === 'push' && !agreed ? (carrying ?? 'may') : null,
        dueOn: carrying === 'must' ? (dueOn ?? null) : null,
        writerId: authorId > 0 ? authorId : null,
        writerName: authorName,
        sentById: ctx.actor.accountId,
        sentByName: ctx.actor.name,
        sentAt: ctx.now,
      });
      must(ctx, 'send', delivery);
      await deliveries.save(delivery);
      await this.history.add(ctx, delivery, wasSent ? 'resent' : 'sent', note);
      await this.record(ctx, 'delivery.send', delivery, `报送《${delivery.title}》至${site.name}`);
      return delivery;
    });
  }

  /** Only an original is sent on: no copy ever leaves the site again, so no circle can come about. */
  private async deliverable(ctx: EditorCtx, id: number): Promise<Article> {
    const article = await articleForReading(this.db, ctx, id);
    if (article.state !== 'published' || article.liveRevisionId === null)
      throw notDeliverable({ articleId: id });
    const isCopy = await this.db.shared(ctx, Delivery).count({ toSiteId: ctx.site.id, copyArticleId: id });
    if (isCopy > 0) throw copyNotDeliverable({ articleId: id });
    return article;
  }

  private async outgoing(ctx: EditorCtx, id: number, right: string): Promise<Delivery> {
    const delivery = await this.db
      .shared(ctx, Delivery)
      .findOne({ id, fromSiteId: ctx.site.id }, { lock: 'write' });
    if (!delivery) throw deliveryNotFound({ id });
    must(ctx, right, delivery);
    return delivery;
  }

  private async record(ctx: EditorCtx, action: string, { id }: Delivery, summary: string): Promise<void> {
    await this.audit.record(ctx, { action, subject: 'Delivery', subjectId: id, summary });
  }
}

/** A duty is laid upon the sites below a portal alone, and has a day that is not over. */
function checkWish(ctx: SiteCtx, targets: readonly DeliveryTarget[], { carrying, dueOn }: SendingWish): void {
  if (carrying !== undefined && targets.some(({ kind }) => kind !== 'push')) throw carryingOnlyDown();
  if (carrying !== 'must') return;
  if (dueOn === undefined || !isDay(dueOn) || dueOn < shanghaiDay(ctx.now)) throw dueDayWrong();
}

export const isOwed = ({ state, carrying, copyState }: Delivery): boolean =>
  state === 'sent' || (state === 'accepted' && carrying === 'must' && copyState === 'inReview');

function fail(error: Error): never {
  throw error;
}
