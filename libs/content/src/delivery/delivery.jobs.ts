import { Injectable } from '@nestjs/common';
import type { Ctx, EditorCtx } from '@zhanqun/kernel';
import { Db, Handles, type JobHandler } from '@zhanqun/platform';
import { ArticlePublished, ArticleWithdrawn } from '../article/article.events';
import { CoKeeping } from './co-kept/co-keeping';
import { Copies } from './copies';
import { Delivery } from './delivery.entity';
import { SourceChanged, SourceRemoved } from './delivery.events';
import { Reception } from './reception';
import { SourceChanges } from './source-changes';

/**
 * What went live here may be a copy, whose sender is told; a source, whose correction goes on to where it was
 * delivered; or an article of a co-kept channel, which is sent.
 */
@Handles(ArticlePublished)
@Injectable()
export class CarryCorrection implements JobHandler<ArticlePublished> {
  constructor(
    private readonly changes: SourceChanges,
    private readonly copies: Copies,
    private readonly coKeeping: CoKeeping,
  ) {}

  async handle(jobCtx: Ctx, { articleId, isFirst }: ArticlePublished): Promise<void> {
    const ctx = jobCtx as EditorCtx;
    if (!isFirst) await this.changes.corrected(ctx, articleId);
    await this.copies.live(ctx, articleId);
    await this.coKeeping.send(ctx, articleId);
  }
}

@Handles(ArticleWithdrawn)
@Injectable()
export class CarryWithdrawal implements JobHandler<ArticleWithdrawn> {
  constructor(
    private readonly changes: SourceChanges,
    private readonly copies: Copies,
  ) {}

  async handle(jobCtx: Ctx, { articleId, reason }: ArticleWithdrawn): Promise<void> {
    const ctx = jobCtx as EditorCtx;
    await this.changes.withdrawn(ctx, articleId, reason);
    await this.copies.withdrawn(ctx, articleId, reason);
  }
}

@Handles(SourceRemoved)
@Injectable()
export class CarryRemoval implements JobHandler<SourceRemoved> {
  constructor(private readonly changes: SourceChanges) {}

  async handle(ctx: Ctx, { articleId, how }: SourceRemoved): Promise<void> {
    await this.changes.removed(ctx as EditorCtx, articleId, how);
  }
}

/**
 * At the receiver: follows at once where the receiver chose so; otherwise the change waits as a to-do.
 * A copy that somebody is working on also waits.
 */
@Handles(SourceChanged)
@Injectable()
export class FollowSource implements JobHandler<SourceChanged> {
  constructor(
    private readonly db: Db,
    private readonly reception: Reception,
  ) {}

  async handle(jobCtx: Ctx, { deliveryId }: SourceChanged): Promise<void> {
    const here = jobCtx as EditorCtx;
    const where = { id: deliveryId, toSiteId: here.site.id, onChange: 'atOnce' as const };
    const waiting = await this.db.shared(here, Delivery).findOne(where);
    if (!waiting || waiting.sourceState === 'current') return;
    const files = await this.reception.unpack(here, waiting.pendingDocument);
    await this.db.transaction(here, async (ctx) => {
      const delivery = await this.db.shared(ctx, Delivery).findOne(where, { lock: 'write' });
      if (!delivery || delivery.sourceState === 'current') return;
      if (await this.reception.canFollow(ctx, delivery)) await this.reception.follow(ctx, delivery, files);
    });
  }
}
