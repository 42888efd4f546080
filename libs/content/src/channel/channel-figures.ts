import { Injectable } from '@nestjs/common';
import type { SiteCtx } from '@zhanqun/kernel';
import { Db, instant } from '@zhanqun/platform';
import { CHANNEL_FIGURES, type ChannelFigureRow } from './channel-figures.sql';
import type { ChannelNode, ChannelTree } from './channel-tree';

export interface ChannelFigures {
  /** Articles in the channel itself, in every state. */
  readonly articles: number;
  readonly published: number;
  readonly newestPublishedAt: Date | null;
}

const NOTHING: ChannelFigures = { articles: 0, published: 0, newestPublishedAt: null };

/** How full and how fresh the channels of a site are: one statement. */
@Injectable()
export class ChannelFiguresReading {
  constructor(private readonly db: Db) {}

  async of(ctx: SiteCtx): Promise<ReadonlyMap<number, ChannelFigures>> {
    const rows = await this.db.sql<ChannelFigureRow>(ctx, CHANNEL_FIGURES, [ctx.site.id]);
    return new Map(
      rows.map((row) => [
        Number(row.channelId),
        {
          articles: Number(row.articles),
          published: Number(row.published),
          newestPublishedAt: instant(row.newest),
        },
      ]),
    );
  }
}

export function figuresOf(figures: ReadonlyMap<number, ChannelFigures>, channelId: number): ChannelFigures {
  return figures.get(channelId) ?? NOTHING;
}

/** The channel and everything below it together. */
export function subtreeFigures(
  figures: ReadonlyMap<number, ChannelFigures>,
  tree: ChannelTree,
  node: ChannelNode,
): ChannelFigures {
  return tree
    .subtreeOf(node)
    .map((each) => figuresOf(figures, each.id))
    .reduce((left, right) => ({
      articles: left.articles + right.articles,
      published: left.published + right.published,
      newestPublishedAt: later(left.newestPublishedAt, right.newestPublishedAt),
    }));
}

function later(left: Date | null, right: Date | null): Date | null {
  if (!left || !right) return left ?? right;
  return left > right ? left : right;
}
