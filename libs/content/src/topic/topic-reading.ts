import { Injectable } from '@nestjs/common';
import { shanghaiDay, type SiteCtx } from '@zhanqun/kernel';
import { Db, In, SiteDirectory } from '@zhanqun/platform';
import { PageAddresses } from '../article/article-address';
import { LINK_FIELDS, toArticleLink } from '../article/article-links';
import { Article } from '../article/article.entity';
import type { ArticleLink } from '../article/article.view';
import type { LayoutBlock } from '../block/layout-block';
import { LayoutReading, topicPage } from '../block/layout/layout-reading';
import { ChannelLists } from '../channel/channel-lists';
import { ChannelReading } from '../channel/channel-reading';
import { articleTag, channelTag } from '../channel/channel-tags';
import type { ChannelNode } from '../channel/channel-tree';
import { channelLink } from '../page/page-parts';
import { cardOf } from './topic-cards';
import { Topic } from './topic.entity';
import { PUBLIC_STATES } from './topic-state';
import type { TopicCard, TopicListView, TopicSectionBlock, TopicView } from './topic.view';

const MOST_LISTED = 100;
const BASE = 'base';

export interface FoundTopic {
  readonly topic: Topic;
  readonly view: TopicView;
  /** Everything the page shows: channels and chosen articles. */
  readonly tags: readonly string[];
}

/** Topics as citizens read them: 4 statements a page with sections, 7 with every kind of block. */
@Injectable()
export class TopicReading {
  constructor(
    private readonly db: Db,
    private readonly channels: ChannelReading,
    private readonly lists: ChannelLists,
    private readonly directory: SiteDirectory,
    private readonly layouts: LayoutReading,
  ) {}

  /** Null when the site has no such topic, or none that is open. */
  async published(ctx: SiteCtx, path: string, themeName = BASE): Promise<FoundTopic | null> {
    const topic = await this.db.site(ctx, Topic).findOne({ path, state: In([...PUBLIC_STATES]) });
    if (!topic) return null;
    const blocks = await this.layouts.published(ctx, topicPage(topic.id));
    return blocks ? this.withBlocks(ctx, topic, blocks, themeName) : this.withSections(ctx, topic);
  }

  /** With a layout of its own instead of its sections. */
  async withBlocks(
    ctx: SiteCtx,
    topic: Topic,
    blocks: readonly LayoutBlock[],
    themeName: string,
  ): Promise<FoundTopic> {
    const { regions, tags } = await this.layouts.build(ctx, blocks, themeName);
    return { topic, view: { ...this.headOf(ctx, topic), sections: [], regions }, tags };
  }

  private async withSections(ctx: SiteCtx, topic: Topic): Promise<FoundTopic> {
    const addresses = this.addresses(ctx);
    const tree = await this.channels.tree(ctx);
    const nodes = topic.sections.map(({ channelId }) => this.openChannel(tree.find(channelId ?? 0)));
    const chosen = await this.chosenArticles(ctx, topic, addresses);
    const newest = await this.lists.newest(
      ctx,
      tree,
      topic.sections.flatMap(({ count }, at) => {
        const channel = nodes[at];
        return channel ? [{ channel, count }] : [];
      }),
      addresses,
    );
    const ofChannels = newest.values();
    const sections = topic.sections.map((section, at): TopicSectionBlock => {
      const node = nodes[at] ?? null;
      const picked = section.articleIds.flatMap((id) => chosen.get(id) ?? []);
      const more = node ? (ofChannels.next().value ?? []) : [];
      const rest = more.filter((link) => !picked.some(({ id }) => id === link.id));
      return {
        title: section.title,
        intro: paragraphs(section.intro),
        style: section.style,
        articles: [...picked, ...rest].slice(0, Math.max(section.count, picked.length)),
        more: node && channelLink(node, addresses),
      };
    });
    return {
      topic,
      view: { ...this.headOf(ctx, topic), sections, regions: null },
      tags: [
        ...nodes.flatMap((node) => (node ? tree.subtreeOf(node).map(({ id }) => channelTag(id)) : [])),
        ...topic.sections.flatMap((section) => section.articleIds.map(articleTag)),
      ],
    };
  }

  private headOf(ctx: SiteCtx, topic: Topic): Pick<TopicView, 'topic' | 'listUrl'> {
    const addresses = this.addresses(ctx);
    return {
      topic: {
        name: topic.name,
        intro: paragraphs(topic.intro),
        look: topic.look,
        bannerUrl: topic.bannerPath ? addresses.file(topic.bannerPath) : null,
        bannerAlt: topic.bannerAlt,
        owner: topic.ownerName,
        startsOn: topic.startsOn,
        endsOn: topic.endsOn,
        isOver: isOver(topic, ctx.now),
      },
      listUrl: addresses.at('/zt/'),
    };
  }

  /** 专题列表: what runs, then what is over. */
  async list(ctx: SiteCtx): Promise<TopicListView> {
    const addresses = this.addresses(ctx);
    const topics = await this.db.site(ctx, Topic).find({
      where: { state: In([...PUBLIC_STATES]) },
      order: { startsOn: 'DESC', id: 'DESC' },
      take: MOST_LISTED,
    });
    const cards = (wanted: boolean): TopicCard[] =>
      topics.filter((topic) => isOver(topic, ctx.now) === wanted).map((topic) => cardOf(topic, addresses));
    return { running: cards(false), over: cards(true) };
  }

  private addresses({ site }: SiteCtx): PageAddresses {
    return new PageAddresses(this.directory, site);
  }

  private openChannel(node: ChannelNode | undefined): ChannelNode | null {
    return node?.isOpen ? node : null;
  }

  private async chosenArticles(
    ctx: SiteCtx,
    { sections }: Topic,
    addresses: PageAddresses,
  ): Promise<Map<number, ArticleLink>> {
    const ids = [...new Set(sections.flatMap(({ articleIds }) => articleIds))];
    if (ids.length === 0) return new Map();
    const where = { id: In(ids), state: 'published' as const };
    const rows = await this.db.site(ctx, Article).select(LINK_FIELDS, { where });
    return new Map(rows.map((row) => [row.id, toArticleLink(row, addresses)]));
  }
}

/** Over from the day after its last one, also before the clock has filed it away. */
function isOver({ state, endsOn }: Topic, now: Date): boolean {
  return state === 'archived' || endsOn < shanghaiDay(now);
}

const paragraphs = (text: string): string[] => text.split(/\n+/).filter((line) => line.trim() !== '');
