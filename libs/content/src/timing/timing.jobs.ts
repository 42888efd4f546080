import { Injectable } from '@nestjs/common';
import type { Ctx, SiteCtx } from '@zhanqun/kernel';
import { Db, Handles, type JobHandler } from '@zhanqun/platform';
import { Article } from '../article/article.entity';
import { Pins } from '../placement/pins.service';
import { Expiry } from './expiry.service';
import { ArticleExpires, PinEnds } from './timing.events';

/** 到期撤下. Runs at least once: only the end that still stands is carried out, everything else is nothing. */
@Handles(ArticleExpires)
@Injectable()
export class ExpireArticle implements JobHandler<ArticleExpires> {
  constructor(
    private readonly db: Db,
    private readonly expiry: Expiry,
  ) {}

  async handle(jobCtx: Ctx, { articleId, at }: ArticleExpires): Promise<void> {
    await this.db.transaction(jobCtx as SiteCtx, async (ctx) => {
      const article = await this.db.site(ctx, Article).findOne({ id: articleId }, { lock: 'write' });
      if (article?.state !== 'published' || article.expiresAt?.toISOString() !== at) return;
      if (article.expiresAt > ctx.now) return;
      await this.expiry.end(ctx, article);
    });
  }
}

/** 置顶到期. */
@Handles(PinEnds)
@Injectable()
export class EndPin implements JobHandler<PinEnds> {
  constructor(
    private readonly db: Db,
    private readonly pins: Pins,
  ) {}

  async handle(jobCtx: Ctx, { articleId, at }: PinEnds): Promise<void> {
    await this.db.transaction(jobCtx as SiteCtx, async (ctx) => {
      const article = await this.db.site(ctx, Article).findOne({ id: articleId }, { lock: 'write' });
      if (!article?.isPinned || article.pinnedUntil?.toISOString() !== at) return;
      if (article.pinnedUntil > ctx.now) return;
      await this.pins.end(ctx, article);
    });
  }
}
