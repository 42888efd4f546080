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
    return (await this.newestAndChosen(ctx, tree, wanted, [], addresses)).lists;
  }

  /** The same statement also brings articles named one by one, those that are public in a channel that is. */
  async newestAndChosen(
    ctx: SiteCtx,
    tree: ChannelTree,
    wanted: readonly WantedList[],
    chosenIds: readonly number[],
    addresses: PageAddresses,
  ): Promise<{ lists: ArticleLink[][]; chosen: ReadonlyMap<number, ArticleLink> }> {
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
    const query = newestOfChannels(ctx.site.id, limits, chosenIds);
    const rows = query ? await this.db.sql<LinkRow>(ctx, query.text, query.parameters) : [];
    // An article may come by its channel and by its own id.
    const unique = [...new Map(rows.map((row) => [Number(row.id), row])).values()];
    const entries = unique.map((row) => ({
      channelId: Number(row.channelId),
      pinRank: Number(row.pinRank),
      link: toArticleLink(row, addresses),
    }));
    const links = new Map(entries.map(({ link }) => [link.id, link]));
    const isOpen = new Set(
      entries.filter(({ channelId }) => tree.find(channelId)?.isOpen).map(({ link }) => link.id),
    );
    const chosen = new Map(
      chosenIds.flatMap((id): [number, ArticleLink][] => {
        const link = links.get(id);
        return link && isOpen.has(id) ? [[id, link]] : [];
      }),
    );
    const lists = sources.map(({ ids, limit }) =>
      entries
        .filter((entry) => ids.has(entry.channelId))
        .sort(byPlace)
        .slice(0, limit)
        .map((entry) => entry.link),
    );
    return { lists, chosen };
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
