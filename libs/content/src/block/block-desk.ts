import type { SiteCtx } from '@zhanqun/kernel';
import type { Link } from '@zhanqun/theming';
import type { PageAddresses } from '../article/article-address';
import type { ArticleLink } from '../article/article.view';
import type { ChannelNode, ChannelTree } from '../channel/channel-tree';
import { channelLink } from '../page/page-parts';
import type { SiteGroupLinks } from '../page/site-links';
import type { TopicCard } from '../topic/topic.view';
import type { FileValue, LinkValue, Target } from './block-field';
import type { Entrance, Picture } from './block.view';

/** What the blocks of one page asked for together. */
export interface BlockOrder {
  readonly lists: readonly { readonly channel: ChannelNode; readonly count: number }[];
  readonly articleIds: readonly number[];
  readonly hottest: { readonly days: number; readonly count: number } | null;
  readonly topics: number;
  /** Publications of each day since this day are counted; null when nobody asked. */
  readonly countsFrom: string | null;
}
/** What came back, in the order of the question. */
export interface BlockAnswers {
  readonly lists: readonly (readonly ArticleLink[])[];
  readonly articles: ReadonlyMap<number, ArticleLink>;
  readonly hottest: readonly ArticleLink[];
  readonly topics: readonly TopicCard[];
  readonly counts: ReadonlyMap<string, number>;
}

type Later<T> = () => T;

/**
 * Where blocks order what they show. Nothing is read while they order: the page asks once for all of them,
 * so that it costs the same statements with two blocks as with twenty.
 */
export class BlockDesk {
  private readonly lists: { channel: ChannelNode; count: number }[] = [];
  private readonly articleIds = new Set<number>();
  private hot: { days: number; count: number } | null = null;
  private topicCount = 0;
  private countsFrom: string | null = null;
  private answers: BlockAnswers | null = null;

  constructor(
    readonly ctx: SiteCtx,
    readonly tree: ChannelTree,
    readonly addresses: PageAddresses,
    /** 部门、乡镇网站 in the groups asked for. */
    readonly network: (groups: readonly string[]) => SiteGroupLinks[],
  ) {}

  get order(): BlockOrder {
    const { lists, hot: hottest, topicCount: topics, countsFrom } = this;
    return { lists, articleIds: [...this.articleIds], hottest, topics, countsFrom };
  }

  deliver(answers: BlockAnswers): void {
    this.answers = answers;
  }

  /** The newest of a channel and everything below it; pinned first. */
  newest(channel: ChannelNode | null, count: number): Later<readonly ArticleLink[]> {
    if (!channel) return () => [];
    const place = this.lists.push({ channel, count }) - 1;
    return () => this.came.lists[place] ?? [];
  }

  /** Articles chosen one by one, those that are public, in the order they were chosen. */
  chosen(ids: readonly number[]): Later<readonly ArticleLink[]> {
    for (const id of ids) this.articleIds.add(id);
    return () => ids.flatMap((id) => this.came.articles.get(id) ?? []);
  }

  /** Chosen articles first, then the newest of the channel, none twice. */
  articlesOf(channel: ChannelNode | null, ids: readonly number[], count: number): Later<ArticleLink[]> {
    const chosen = this.chosen(ids);
    const newest = this.newest(channel, count + ids.length);
    return () => {
      const first = chosen();
      const rest = newest().filter(({ id }) => !first.some((each) => each.id === id));
      return [...first, ...rest].slice(0, Math.max(count, first.length));
    };
  }

  hottest(days: number, count: number): Later<readonly ArticleLink[]> {
    this.hot = { days: this.hot?.days ?? days, count: Math.max(count, this.hot?.count ?? 0) };
    return () => this.came.hottest.slice(0, count);
  }

  /** 进行中的专题, the newest first. */
  topics(count: number): Later<readonly TopicCard[]> {
    this.topicCount = Math.max(this.topicCount, count);
    return () => this.came.topics.slice(0, count);
  }

  /** How many articles were published on each day from this one on. */
  publishedSince(day: string): Later<ReadonlyMap<string, number>> {
    if (this.countsFrom === null || day < this.countsFrom) this.countsFrom = day;
    return () => this.came.counts;
  }

  /** A channel that citizens can open; null for one that is closed, hidden or gone. */
  channel(path: string): ChannelNode | null {
    const node = path === '' ? undefined : this.tree.at(path);
    return node?.isOpen ? node : null;
  }

  moreUrl(channel: ChannelNode | null): string | null {
    return channel && channelLink(channel, this.addresses).url;
  }

  /** Null when it leads nowhere now. */
  link(target: Target, label: string): Link | null {
    const channel = this.channel(target.channel);
    if (channel) return { ...channelLink(channel, this.addresses), label: label || channel.name };
    if (target.channel !== '' || target.url === '') return null;
    if (/^https?:\/\//i.test(target.url))
      return { label: label || target.url, url: target.url, isExternal: true };
    return { label: label || target.url, url: this.addresses.at(target.url) };
  }

  entrances(links: readonly LinkValue[]): Entrance[] {
    return links.flatMap(({ label, note, icon, ...target }) => {
      const link = this.link(target, label);
      return link ? [{ ...link, note, icon }] : [];
    });
  }

  picture(file: FileValue | null): Picture | null {
    if (!file || file.path === '') return null;
    const { alt, width, height } = file;
    return { url: this.addresses.file(file.path), alt, width, height };
  }

  private get came(): BlockAnswers {
    if (!this.answers) throw new Error('a block was made before its page asked for what it ordered');
    return this.answers;
  }
}
