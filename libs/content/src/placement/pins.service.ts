import { Injectable } from '@nestjs/common';
import { must, shanghaiMinute, type EditorCtx, type SiteCtx } from '@zhanqun/kernel';
import { Audit, Db, Outbox, PurgeLog } from '@zhanqun/platform';
import { Article } from '../article/article.entity';
import { articleForChange } from '../article/article-rows';
import { ChannelReading } from '../channel/channel-reading';
import { channelTag } from '../channel/channel-tags';
import { PinEnds } from '../timing/timing.events';
import { furthestFrom } from '../timing/timing';
import { ArticlePlacement, isMovedByPublishers } from './article-placement.service';
import { pinEndNotFuture, pinsChanged, tooManyPins } from './placement.errors';

export const MOST_PINS = 20;

/** 置顶: in an order, and with an end when one is given. */
@Injectable()
export class Pins {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly purges: PurgeLog,
    private readonly channels: ChannelReading,
    private readonly placement: ArticlePlacement,
  ) {}

  /** Puts an article first in its channel until `until` (null: until somebody takes the pin away). */
  async pin(ctx: EditorCtx, id: number, until: Date | null): Promise<Article> {
    if (until && (until <= ctx.now || until > furthestFrom(ctx.now))) {
      throw pinEndNotFuture({ until: until.toISOString() });
    }
    return this.db.transaction(ctx, async (ctx) => {
      const article = await articleForChange(this.db, ctx, id, 'update');
      if (isMovedByPublishers(article)) must(ctx, 'publish', article);
      await this.refuseTooMany(ctx, article);
      await this.placement.showing(ctx, article, () =>
        article.isPinned
          ? void (article.pinnedUntil = until)
          : this.placement.rank(ctx, article, true, until),
      );
      await this.record(ctx, article, 'article.pin', until ? `置顶至 ${shanghaiMinute(until)}` : '置顶');
      if (until) {
        const end = new PinEnds(id, until.toISOString());
        await this.outbox.add(ctx, end, { runAfter: until, uniqueKey: String(id) });
      }
      return article;
    });
  }

  async unpin(ctx: EditorCtx, id: number): Promise<Article> {
    return this.placement.place(ctx, id, { isPinned: false });
  }

  /** The pin's time is over. Called by the clock, for an article that is locked. */
  async end(ctx: SiteCtx, article: Article): Promise<void> {
    await this.placement.showing(ctx, article, () => this.placement.rank(ctx, article, false, null));
    await this.record(ctx, article, 'article.pinEnd', '置顶到期，自动取消');
  }

  /** Pinned articles of a channel, the first one first. */
  async list(ctx: EditorCtx, channelId: number): Promise<Article[]> {
    await this.channels.getNode(ctx, channelId);
    return this.db.site(ctx, Article).find({
      where: { channelId, isPinned: true, deletedAt: null },
      order: { pinRank: 'DESC', publishedAt: 'DESC', id: 'DESC' },
      take: MOST_PINS * 5,
    });
  }

  /** 置顶排序. `ids` names every pinned article of the channel, so that nobody's new pin is lost. */
  async arrange(ctx: EditorCtx, channelId: number, ids: readonly number[]): Promise<Article[]> {
    return this.db.transaction(ctx, async (ctx) => {
      const pinned = await this.list(ctx, channelId);
      for (const article of pinned) {
        must(ctx, 'update', article);
        if (isMovedByPublishers(article)) must(ctx, 'publish', article);
      }
      const known = new Map(pinned.map((article) => [article.id, article]));
      const ordered = ids.map((id) => known.get(id));
      if (
        ordered.includes(undefined) ||
        new Set(ids).size !== pinned.length ||
        ids.length !== pinned.length
      ) {
        throw pinsChanged({ channelId });
      }
      const articles = ordered as Article[];
      articles.forEach((article, at) => (article.pinRank = articles.length - at));
      await this.db.site(ctx, Article).saveAll(articles);
      const tree = await this.channels.tree(ctx);
      const node = tree.find(channelId);
      await this.purges.add(ctx, node ? tree.lineOf(node).map((each) => channelTag(each.id)) : []);
      await this.audit.record(ctx, {
        action: 'article.arrangePins',
        subject: 'Channel',
        subjectId: channelId,
        summary: `调整栏目“${node?.name ?? ''}”的置顶顺序`,
        detail: { ids: [...ids] },
      });
      return articles;
    });
  }

  private async refuseTooMany(ctx: SiteCtx, article: Article): Promise<void> {
    if (article.isPinned) return;
    const count = await this.db
      .site(ctx, Article)
      .count({ channelId: article.channelId, isPinned: true, deletedAt: null });
    if (count >= MOST_PINS) throw tooManyPins({ limit: MOST_PINS });
  }

  private async record(ctx: SiteCtx, article: Article, action: string, what: string): Promise<void> {
    await this.audit.record(ctx, {
      action,
      subject: 'Article',
      subjectId: article.id,
      summary: `${what}《${article.title}》`,
      detail: { channelId: article.channelId, until: article.pinnedUntil?.toISOString() ?? null },
    });
  }
}
