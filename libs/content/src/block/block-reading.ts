import { Injectable } from '@nestjs/common';
import type { SiteCtx } from '@zhanqun/kernel';
import { ChannelLists } from '../channel/channel-lists';
import { ChannelReading } from '../channel/channel-reading';
import { articleTag, channelTag } from '../channel/channel-tags';
import { mapMonthTag, monthOf } from '../findable/findable-tags';
import { SiteNeighbours } from '../page/site-neighbours';
import { TopicCards } from '../topic/topic-cards';
import { topicsTag } from '../topic/topic-tags';
import { BlockDesk } from './block-desk';
import { readSettings } from './block-settings';
import type { RegionViews } from './block.view';
import type { LayoutBlock } from './layout-block';
import { MostRead } from './most-read';
import { PublishedDays } from './published-days';
import { blockType } from './types';

export interface BuiltBlocks {
  readonly regions: RegionViews;
  /** Everything they show. */
  readonly tags: readonly string[];
}

/** Blocks as citizens read them: one question for the whole page, at most five statements. */
@Injectable()
export class BlockReading {
  constructor(
    private readonly channels: ChannelReading,
    private readonly lists: ChannelLists,
    private readonly topics: TopicCards,
    private readonly days: PublishedDays,
    private readonly mostRead: MostRead,
    private readonly around: SiteNeighbours,
  ) {}

  /** Blocks in regions that are not among `regions` are parked: not shown, not asked for. */
  async build(
    ctx: SiteCtx,
    blocks: readonly LayoutBlock[],
    regions: readonly string[],
  ): Promise<BuiltBlocks> {
    const tree = await this.channels.tree(ctx);
    const addresses = this.around.addresses(ctx);
    const desk = new BlockDesk(ctx, tree, addresses, (groups) => this.around.groups(ctx, groups));
    const plans = regions.map((region) => ({
      region,
      makers: blocks
        .filter((block) => block.region === region)
        .flatMap((block) => {
          const type = blockType(block.type);
          return type ? [type.prepare(readSettings(type, block.settings).settings, desk)] : [];
        }),
    }));
    const { order } = desk;
    const hotIds = await this.mostRead.ids(ctx, order.hottest);
    const { lists, chosen } = await this.lists.newestAndChosen(
      ctx,
      tree,
      order.lists,
      [...new Set([...order.articleIds, ...hotIds])],
      addresses,
    );
    const hottest = hotIds.flatMap((id) => chosen.get(id) ?? []);
    desk.deliver({
      lists,
      articles: chosen,
      hottest,
      topics: order.topics > 0 ? await this.topics.running(ctx, order.topics, addresses) : [],
      counts: order.countsFrom === null ? new Map() : await this.days.since(ctx, order.countsFrom),
    });
    return {
      regions: Object.fromEntries(
        plans.map(({ region, makers }) => [
          region,
          makers.map((make) => make()).filter((block) => block !== null),
        ]),
      ),
      tags: [
        ...new Set([
          ...order.lists.flatMap(({ channel }) => tree.subtreeOf(channel).map(({ id }) => channelTag(id))),
          ...order.articleIds.map(articleTag),
          ...hottest.map(({ id }) => articleTag(id)),
          ...(order.topics > 0 ? [topicsTag(ctx.site.id)] : []),
          // Figures of the whole site: also what is published in a channel that the page does not list.
          ...(order.countsFrom === null
            ? []
            : [order.countsFrom.slice(0, 7), monthOf(ctx.now)].map((month) =>
                mapMonthTag(ctx.site.id, month),
              )),
        ]),
      ],
    };
  }
}
