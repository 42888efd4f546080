import { Injectable } from '@nestjs/common';
import type { SiteCtx } from '@zhanqun/kernel';
import { SiteDirectory } from '@zhanqun/platform';
import { SiteService } from '@zhanqun/tenancy';
import { homeTag, Page, siteTags, view, type Link, type PageFrame, type PageResult } from '@zhanqun/theming';
import { PageAddresses } from '../article/article-address';
import type { ArticleLink } from '../article/article.view';
import { ChannelLists } from '../channel/channel-lists';
import { ChannelReading } from '../channel/channel-reading';
import { channelTag } from '../channel/channel-tags';
import { isShown, type ChannelNode, type ChannelTree } from '../channel/channel-tree';
import { channelLink } from '../page/page-parts';
import { siteGroups } from '../page/site-links';
import { readHomeBlocks, REGIONS, type BlockSetting } from './home-blocks';
import type { HomeBlock, HomeView } from './home.view';

const TTL_SECONDS = 600;

/** Collects what the blocks want, asks once, hands out the answers. */
class ListOrder {
  private readonly wanted: { channel: ChannelNode; count: number }[] = [];
  private answers: ArticleLink[][] = [];

  /** How to get the list once the question was asked. */
  want(channel: ChannelNode | null, count: number): () => ArticleLink[] {
    if (!channel) return () => [];
    const place = this.wanted.push({ channel, count }) - 1;
    return () => this.answers[place] ?? [];
  }

  async ask(
    question: (wanted: readonly { channel: ChannelNode; count: number }[]) => Promise<ArticleLink[][]>,
  ): Promise<void> {
    this.answers = await question(this.wanted);
  }

  get channels(): ChannelNode[] {
    return this.wanted.map((each) => each.channel);
  }
}

/** 首页: the blocks of the site's theme settings; all their lists come with one statement. */
@Page('/')
@Injectable()
export class HomePage {
  constructor(
    private readonly channels: ChannelReading,
    private readonly lists: ChannelLists,
    private readonly sites: SiteService,
    private readonly directory: SiteDirectory,
  ) {}

  async load(ctx: SiteCtx, _params: object, frame: PageFrame): Promise<PageResult> {
    const tree = await this.channels.tree(ctx);
    const addresses = new PageAddresses(this.directory, ctx.site);
    const settings = readHomeBlocks(frame.theme.settings['homeBlocks']);
    const order = new ListOrder();
    const plans = REGIONS.map((region) =>
      settings[region].map((block) => this.plan(ctx, block, tree, addresses, order)),
    );
    await order.ask((wanted) => this.lists.newest(ctx, tree, wanted, addresses));

    const [top, main, aside, bottom] = plans.map((region) =>
      region.map((finish) => finish()).filter((block) => block !== null),
    ) as [HomeBlock[], HomeBlock[], HomeBlock[], HomeBlock[]];
    const data: HomeView = { regions: { top, main, aside, bottom } };
    return view('pages/home.njk', data, {
      tags: [homeTag(ctx.site.id), ...new Set(order.channels.map((channel) => channelTag(channel.id)))],
      ttlSeconds: TTL_SECONDS,
      canonicalPath: '/',
      page: { title: frame.site.name, tags: siteTags(frame.site), breadcrumb: [] },
    });
  }

  /** What a block needs from the database is ordered now; the block itself is made when it has come. */
  private plan(
    ctx: SiteCtx,
    block: BlockSetting,
    tree: ChannelTree,
    addresses: PageAddresses,
    order: ListOrder,
  ): () => HomeBlock | null {
    const channel = openAt(tree, block.channel);
    const base = { title: block.title, moreUrl: channel ? channelLink(channel, addresses).url : null };
    switch (block.type) {
      case 'headline':
        return headlinePlan(block, channel, base, order);
      case 'list': {
        const articles = order.want(channel, block.articles);
        return () => (articles().length > 0 ? { type: 'list', ...base, articles: articles() } : null);
      }
      case 'tabs':
        return tabsPlan(block, tree, addresses, order);
      case 'policy':
        return policyPlan(block, tree, addresses, order);
      case 'topics':
        return topicsPlan(block, channel, base, addresses, order);
      case 'entrances': {
        const entrances = entrancesOf(block, tree, addresses);
        return () => (entrances.length > 0 ? { type: 'entrances', ...base, moreUrl: null, entrances } : null);
      }
      case 'sites': {
        const groups = siteGroups(
          this.sites.network(ctx.site.portalId),
          this.directory,
          ctx.site,
          block.groups,
        );
        return () => (groups.length > 0 ? { type: 'sites', ...base, moreUrl: null, groups } : null);
      }
      default:
        return () => null;
    }
  }
}

type Base = { title: string; moreUrl: string | null };

function openAt(tree: ChannelTree, path: string): ChannelNode | null {
  const node = path === '' ? undefined : tree.at(path);
  return node?.isOpen ? node : null;
}

/** Pictures come from the same list: as many articles are asked for as are likely to hold enough covers. */
function headlinePlan(block: BlockSetting, channel: ChannelNode | null, base: Base, order: ListOrder) {
  const newest = order.want(channel, block.articles + block.slides * 4);
  return (): HomeBlock | null => {
    const articles = newest();
    if (articles.length === 0) return null;
    const slides = articles.filter((article) => article.coverUrl !== null).slice(0, block.slides);
    return { type: 'headline', ...base, slides, articles: articles.slice(0, block.articles) };
  };
}

function tabsPlan(block: BlockSetting, tree: ChannelTree, addresses: PageAddresses, order: ListOrder) {
  const tabs = block.tabs.flatMap((tab) => {
    const channel = openAt(tree, tab.channel);
    return channel ? [{ tab, channel, articles: order.want(channel, block.articles) }] : [];
  });
  return (): HomeBlock | null => {
    const filled = tabs
      .map(({ tab, channel, articles }) => ({
        title: tab.title || channel.name,
        moreUrl: channelLink(channel, addresses).url,
        articles: articles(),
      }))
      .filter((tab) => tab.articles.length > 0);
    return filled.length > 0 ? { type: 'tabs', title: block.title, moreUrl: null, tabs: filled } : null;
  };
}

function policyPlan(block: BlockSetting, tree: ChannelTree, addresses: PageAddresses, order: ListOrder) {
  const documentsAt = openAt(tree, block.documents);
  const interpretationsAt = openAt(tree, block.interpretations);
  const documents = order.want(documentsAt, block.articles);
  const interpretations = order.want(interpretationsAt, block.articles);
  return (): HomeBlock | null => {
    if (!documentsAt || !interpretationsAt || documents().length + interpretations().length === 0)
      return null;
    return {
      type: 'policy',
      title: block.title,
      moreUrl: null,
      documents: documents(),
      interpretations: interpretations(),
      documentsUrl: channelLink(documentsAt, addresses).url,
      interpretationsUrl: channelLink(interpretationsAt, addresses).url,
    };
  };
}

/** 专题: the channels below one channel, each with the picture of its newest article; without any, its articles. */
function topicsPlan(
  block: BlockSetting,
  channel: ChannelNode | null,
  base: Base,
  addresses: PageAddresses,
  order: ListOrder,
) {
  const below = (channel?.children ?? []).filter(isShown).slice(0, block.topics);
  const covers = below.map((child) => order.want(child, 1));
  const own = order.want(below.length === 0 ? channel : null, block.topics);
  return (): HomeBlock | null => {
    const topics: (Link & { imageUrl: string | null })[] =
      below.length > 0
        ? below.map((child, at) => ({
            ...channelLink(child, addresses),
            imageUrl: covers[at]?.()[0]?.coverUrl ?? null,
          }))
        : own().map((article) => ({ label: article.title, url: article.url, imageUrl: article.coverUrl }));
    return topics.length > 0 ? { type: 'topics', ...base, topics } : null;
  };
}

function entrancesOf(block: BlockSetting, tree: ChannelTree, addresses: PageAddresses) {
  return block.entrances.flatMap(({ label, note, icon, channel: path, url }) => {
    const channel = openAt(tree, path);
    if (channel) return [{ ...channelLink(channel, addresses), label: label || channel.name, note, icon }];
    if (/^https?:\/\//i.test(url)) return [{ label: label || url, url, note, icon, isExternal: true }];
    return /^\/(?![/\\])/.test(url) ? [{ label: label || url, url: addresses.at(url), note, icon }] : [];
  });
}
