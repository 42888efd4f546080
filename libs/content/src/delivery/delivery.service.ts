import { Injectable } from '@nestjs/common';
import { canDo, must, type EditorCtx, type SiteCtx } from '@zhanqun/kernel';
import { Audit, Db } from '@zhanqun/platform';
import type { UnpackedFiles } from '../asset/travelling-files';
import { Copies } from './copies';
import type { DeliveredDocument } from './delivered-document';
import { Delivery, type OnChange } from './delivery.entity';
import { deliveryNotFound, followingNotAllowed, mustBeCarried } from './delivery.errors';
import { deliveryState } from './delivery-state';
import type { DeliveryEventKind } from './history/delivery-event.entity';
import { DeliveryHistory } from './history/delivery-history';
import { AdoptionPoints } from './points/adoption-points';
import { Reception } from './reception';

export interface Acceptance {
  readonly channelId: number;
  readonly onChange: OnChange;
  /** 采用等次 by its name. */
  readonly grade?: string | undefined;
}

/** 接收: what comes in to the site of the context, and what is done with it. */
@Injectable()
export class DeliveryService {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly reception: Reception,
    private readonly copies: Copies,
    private readonly points: AdoptionPoints,
    private readonly history: DeliveryHistory,
  ) {}

  /** 查看: the first look of somebody who may accept it is told to the sender. */
  async open(ctx: EditorCtx, id: number): Promise<Delivery> {
    return this.db.transaction(ctx, async (ctx) => {
      const delivery = await this.incoming(ctx, id, 'accept');
      if (delivery.openedAt !== null || delivery.state !== 'sent') return delivery;
      Object.assign(delivery, { openedAt: ctx.now, openedByName: ctx.actor.name });
      await this.db.shared(ctx, Delivery).save(delivery);
      await this.history.add(ctx, delivery, 'opened');
      return delivery;
    });
  }

  /** 签收: takes the document into a channel of this site. Only who may publish lets later changes in by themselves. */
  async accept(
    ctx: EditorCtx,
    id: number,
    { channelId, onChange, grade: gradeName }: Acceptance,
  ): Promise<Delivery> {
    const grade = this.points.grade(ctx, gradeName);
    const files = await this.unpacked(ctx, id, 'accept', ({ document }) => document);
    return this.db.transaction(ctx, async (ctx) => {
      const delivery = await this.incoming(ctx, id, 'accept');
      delivery.state = deliveryState.next('accept', delivery.state);
      const article = await this.reception.take(ctx, delivery, channelId, files);
      if (onChange === 'atOnce' && !canDo(ctx, 'publish', article)) throw followingNotAllowed();
      Object.assign(delivery, { copyArticleId: article.id, onChange, copyState: 'inReview' });
      if (grade) Object.assign(delivery, { grade: grade.name, points: grade.points });
      await this.decided(ctx, delivery, 'accepted', 'delivery.accept', `签收《${delivery.title}》`);
      if (grade) await this.history.add(ctx, delivery, 'graded', `${grade.name}，${grade.points} 分`);
      await this.copies.showIfLive(ctx, delivery, article);
      return delivery;
    });
  }

  /** 退回, with the reason the sender reads. What must be carried cannot be declined. */
  async decline(ctx: EditorCtx, id: number, reason: string): Promise<Delivery> {
    return this.db.transaction(ctx, async (ctx) => {
      const delivery = await this.incoming(ctx, id, 'accept');
      const state = deliveryState.next('decline', delivery.state);
      if (delivery.carrying === 'must') throw mustBeCarried({ id });
      Object.assign(delivery, { state, reason, openKey: null });
      const summary = `不予采用《${delivery.title}》：${reason}`;
      await this.decided(ctx, delivery, 'declined', 'delivery.decline', summary, reason);
      return delivery;
    });
  }

  /** 采用来源变更: the corrected text, or the withdrawal, reaches the copy. */
  async apply(ctx: EditorCtx, id: number): Promise<Delivery> {
    const files = await this.unpacked(ctx, id, 'update', ({ pendingDocument }) => pendingDocument);
    return this.db.transaction(ctx, async (ctx) => {
      const delivery = await this.incoming(ctx, id, 'update');
      await this.reception.follow(ctx, delivery, files);
      return delivery;
    });
  }

  /** 不采用来源变更: the copy stays as it is; the decision is on record. */
  async ignore(ctx: EditorCtx, id: number): Promise<Delivery> {
    return this.db.transaction(ctx, async (ctx) => {
      const delivery = await this.incoming(ctx, id, 'update');
      await this.reception.keep(ctx, delivery);
      return delivery;
    });
  }

  private async incoming(ctx: SiteCtx, id: number, right: string): Promise<Delivery> {
    const delivery = await this.db
      .shared(ctx, Delivery)
      .findOne({ id, toSiteId: ctx.site.id }, { lock: 'write' });
    if (!delivery) throw deliveryNotFound({ id });
    must(ctx, right, delivery);
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

  private async decided(
    ctx: EditorCtx,
    delivery: Delivery,
    event: DeliveryEventKind,
    action: string,
    summary: string,
    note = '',
  ): Promise<void> {
    Object.assign(delivery, { decidedByName: ctx.actor.name, decidedAt: ctx.now });
    await this.db.shared(ctx, Delivery).save(delivery);
    await this.history.add(ctx, delivery, event, note);
    await this.audit.record(ctx, { action, subject: 'Delivery', subjectId: delivery.id, summary });
  }
}
