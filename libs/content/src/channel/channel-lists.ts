import { Injectable } from '@nestjs/common';
import type { SiteCtx } from '@zhanqun/kernel';
import { Db } from '@zhanqun/platform';
import { PageAddresses } from '../article/article-address';
import { toArticleLink, type LinkRow } from '../article/article-links';
import type { ArticleLink } from '../article/article.view';
import { newestOfChannels } from './channel-lists.sql';
import type { ChannelNode, ChannelTree } from './channel-tree';

/** The newest articles of a channel and of everything below it. */
export interface WantedList {
  readonly channel: ChannelNode;
  readonly count: number;
}

export const MOST_IN_A_LIST = 40;

/** Lists of many channels at the price of one statement: home page and channel overviews. */
@Injectable()
export class ChannelLists {
  constructor(private readonly db: Db) {}

  /** Answers in the order of the question. Pinned articles first, then the newest. */
  async newest(
    ctx: SiteCtx,
    tree: ChannelTree,
    wanted: readonly WantedList[],
    addresses: PageAddresses,
  ): Promise<ArticleLink[][]> {
    const limits = new Map<number, number>();
    const sources = wanted.map(({ channel, count }) => {
      const limit = Math.min(Math.max(0, Math.trunc(count)), MOST_IN_A_LIST);
      const ids = tree
        .subtreeOf(channel)
        .filter((node) => node.isOpen && node.hasContent)
        .map((node) => node.id);
      if (limit > 0) for (const id of ids) limits.set(id, Math.max(limit, limits.get(id) ?? 0));
      return { ids: new Set(ids), limit };
    });
    const query = newestOfChannels(ctx.site.id, limits);
    const rows = query ? await this.db.sql<LinkRow>(ctx, query.text, query.parameters) : [];
    const entries = rows.map((row) => ({
      channelId: Number(row.channelId),
      pinRank: Number(row.pinRank),
      link: toArticleLink(row, addresses),
    }));
    return sources.map(({ ids, limit }) =>
      entries
        .filter((entry) => ids.has(entry.channelId))
        .sort(byPlace)
        .slice(0, limit)
        .map((entry) => entry.link),
    );
  }
}

interface Entry {
  readonly pinRank: number;
  readonly link: ArticleLink;
}

function byPlace(left: Entry, right: Entry): number {
  return (
    right.pinRank - left.pinRank ||
    right.link.publishedAt.getTime() - left.link.publishedAt.getTime() ||
    right.link.id - left.link.id
  );
}
