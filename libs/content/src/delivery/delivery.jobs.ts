import { Injectable } from '@nestjs/common';
import type { Ctx, EditorCtx, SiteCtx } from '@zhanqun/kernel';
import { Db, Handles, type JobHandler } from '@zhanqun/platform';
import { ArticlePublished, ArticleWithdrawn } from '../article/article.events';
import { Delivery } from './delivery.entity';
import { SourceChanged } from './delivery.events';
import { Reception } from './reception';
import { SourceChanges } from './source-changes';

/** A corrected text goes on to where its earlier version was delivered. */
@Handles(ArticlePublished)
@Injectable()
export class CarryCorrection implements JobHandler<ArticlePublished> {
  constructor(private readonly changes: SourceChanges) {}

  async handle(ctx: Ctx, { articleId, isFirst }: ArticlePublished): Promise<void> {
    if (!isFirst) await this.changes.corrected(ctx as SiteCtx, articleId);
  }
}

@Handles(ArticleWithdrawn)
@Injectable()
export class CarryWithdrawal implements JobHandler<ArticleWithdrawn> {
  constructor(private readonly changes: SourceChanges) {}

  async handle(ctx: Ctx, { articleId, reason }: ArticleWithdrawn): Promise<void> {
    await this.changes.withdrawn(ctx as SiteCtx, articleId, reason);
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
