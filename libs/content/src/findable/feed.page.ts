import { Injectable } from '@nestjs/common';
import { startOfDay, type SiteCtx } from '@zhanqun/kernel';
import { Db, In, SiteDirectory } from '@zhanqun/platform';
import { chromeTag, notFound, Page, raw, type PageFrame, type PageResult } from '@zhanqun/theming';
import { articlePath, PageAddresses } from '../article/article-address';
import { Article } from '../article/article.entity';
import { ChannelLists } from '../channel/channel-lists';
import { ChannelReading } from '../channel/channel-reading';
import { channelTag } from '../channel/channel-tags';
import { isShown, type ChannelNode } from '../channel/channel-tree';
import { atomFeed } from './feed';

const ENTRIES = 30;
/** More than are shown: what is pinned stands first in a list and may be old. */
const ASKED = 40;
const TTL_SECONDS = 3600;
/** Nothing in the feed is older than this system's sites can be. */
const SINCE = startOfDay('2000-01-01');

/**
 * 订阅: Atom of the whole site and of each channel with what is below it; 2 statements. Renewed when
 * something is published or withdrawn in it, by the tags that its list pages carry as well.
 */
@Page('/feed.xml', '/*path/feed.xml')
@Injectable()
export class FeedPage {
  constructor(
    private readonly db: Db,
    private readonly channels: ChannelReading,
    private readonly lists: ChannelLists,
    private readonly directory: SiteDirectory,
  ) {}

  async load(ctx: SiteCtx, { path }: { path?: string }, { site }: PageFrame): Promise<PageResult> {
    const tree = await this.channels.tree(ctx);
    const channel = path === undefined ? null : (tree.at(path) ?? undefined);
    if (channel === undefined || (channel && !hasFeed(channel))) return notFound;
    const tops = channel ? [channel] : tree.roots.filter(hasFeed);
    const lists = await this.lists.newest(
      ctx,
      tree,
      tops.map((top) => ({ channel: top, count: ASKED })),
      new PageAddresses(this.directory, ctx.site),
    );
    const newest = lists
      .flat()
      .toSorted((left, right) => +right.publishedAt - +left.publishedAt || right.id - left.id)
      .slice(0, ENTRIES);
    const revised = await this.revisions(
      ctx,
      newest.map(({ id }) => id),
    );
    const url = (below: string): string => this.directory.siteUrl(ctx.site, below);
    const body = atomFeed({
      title: channel ? `${channel.name} - ${site.name}` : site.name,
      description: channel ? channel.description : site.description,
      url: url(channel ? `/${channel.path}/feed.xml` : '/feed.xml'),
      pageUrl: url(channel ? `/${channel.path}/` : '/'),
      lang: site.lang,
      author: site.name,
      since: SINCE,
      entries: newest.map(({ id, title, summary, source, publishedAt }) => ({
        title,
        summary,
        source,
        url: url(articlePath({ id, publishedAt })),
        publishedAt,
        updatedAt: revised.get(id) ?? publishedAt,
      })),
    });
    return raw('application/atom+xml; charset=utf-8', body, {
      tags: [chromeTag(ctx.site.id), ...tops.map((top) => channelTag(top.id))],
      ttlSeconds: TTL_SECONDS,
    });
  }

  /** When the live texts last passed their review. */
  private async revisions(ctx: SiteCtx, ids: readonly number[]): Promise<ReadonlyMap<number, Date | null>> {
    if (ids.length === 0) return new Map();
    const rows = await this.db
      .site(ctx, Article)
      .select(['id', 'revisedAt'], { where: { id: In([...ids]) } });
    return new Map(rows.map(({ id, revisedAt }) => [id, revisedAt]));
  }
}

const hasFeed = (node: ChannelNode): boolean =>
  isShown(node) && (node.kind !== 'link' || node.children.length > 0);
