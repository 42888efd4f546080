import { Injectable } from '@nestjs/common';
import { must, type EditorCtx, type SiteCtx } from '@zhanqun/kernel';
import { Audit, Db, PurgeLog } from '@zhanqun/platform';
import { Article } from '../article/article.entity';
import { ArticlePlacing } from '../article/article-placing';
import { articleForChange } from '../article/article-rows';
import { ChannelReading } from '../channel/channel-reading';
import type { ChannelNode } from '../channel/channel-tree';
import { refuseWrongChannel } from '../kind/channel-fit';

/** 位置：where an article stands, not what it says. */
@Injectable()
export class ArticlePlacement {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly purges: PurgeLog,
    private readonly channels: ChannelReading,
    private readonly placing: ArticlePlacing,
  ) {}

  /**
   * 调整栏目和置顶. The address stays the same. What is public or handed in is moved only by those who may
   * publish: a text is not passed for one channel to appear in another.
   */
  async place(ctx: EditorCtx, id: number, to: { channelId?: number; isPinned?: boolean }): Promise<Article> {
    return this.db.transaction(ctx, async (ctx) => {
      const article = await articleForChange(this.db, ctx, id, 'update');
      const isMoved = to.channelId !== undefined && to.channelId !== article.channelId;
      const isTurned = to.isPinned !== undefined && to.isPinned !== article.isPinned;
      if (!isMoved && !isTurned) return article;
      if (isMovedByPublishers(article)) must(ctx, 'publish', article);
      const from = article.channelId;
      await this.showing(ctx, article, async () => {
        if (to.channelId !== undefined) {
          article.channelId = (await this.channelFor(ctx, article, to.channelId)).id;
          must(ctx, 'update', article);
          if (isMovedByPublishers(article)) must(ctx, 'publish', article);
        }
        const isPinned = to.isPinned ?? article.isPinned;
        if (isTurned || isMoved)
          await this.rank(ctx, article, isPinned, isTurned ? null : article.pinnedUntil);
      });
      await this.audit.record(ctx, {
        action: 'article.place',
        subject: 'Article',
        subjectId: article.id,
        summary: `调整文章的栏目或置顶《${article.title}》`,
        detail: { from, to: article.channelId, isPinned: article.isPinned },
      });
      return article;
    });
  }

  /**
   * Changes where a public article stands and purges the pages that showed it before and show it after;
   * anything that is not public is only stored.
   */
  async showing(ctx: SiteCtx, article: Article, change: () => void | Promise<void>): Promise<void> {
    const isListed = article.state === 'published';
    const from = article.channelId;
    const before = isListed ? await this.placing.tagsAround(ctx, article) : [];
    await change();
    await this.db.site(ctx, Article).save(article);
    if (!isListed) return;
    const blankness =
      from === article.channelId ? [] : await this.placing.keepBlankness(ctx, [from, article.channelId]);
    await this.purges.add(ctx, [...before, ...(await this.placing.tagsAround(ctx, article)), ...blankness]);
  }

  /** The newest pin stands first in its channel; the caller stores the article. */
  async rank(ctx: SiteCtx, article: Article, isPinned: boolean, until: Date | null): Promise<void> {
    article.isPinned = isPinned;
    article.pinnedUntil = isPinned ? until : null;
    if (!isPinned) article.pinRank = 0;
    else {
      const [first] = await this.db.site(ctx, Article).select(['pinRank'], {
        where: { channelId: article.channelId },
        order: { pinRank: 'DESC' },
        take: 1,
      });
      article.pinRank = (first?.pinRank ?? 0) + 1;
    }
  }

  private async channelFor(ctx: SiteCtx, { kind }: Article, channelId: number): Promise<ChannelNode> {
    const channel = await this.channels.getNode(ctx, channelId);
    refuseWrongChannel(kind, channel);
    return channel;
  }
}

/** Public, in review or approved; a draft is its writers' to place. */
export function isMovedByPublishers({ state, reviewState }: Pick<Article, 'state' | 'reviewState'>): boolean {
  return state === 'published' || (reviewState !== null && reviewState !== 'draft');
}
