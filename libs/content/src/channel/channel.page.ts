import { Injectable } from '@nestjs/common';
import { pageRequest, type SiteCtx } from '@zhanqun/kernel';
import { Db, SiteDirectory } from '@zhanqun/platform';
import {
  columnTags,
  notFound,
  Page,
  redirect,
  ThemeLibrary,
  view,
  type PageFrame,
  type PageResult,
} from '@zhanqun/theming';
import { PageAddresses } from '../article/article-address';
import { LINK_FIELDS, toArticleLink } from '../article/article-links';
import { Article } from '../article/article.entity';
import { channelFinding } from '../findable/article-finding';
import { pagerOf } from '../page/pager';
import { breadcrumbTo, channelLink, columnTagFacts, sideMenu } from '../page/page-parts';
import { ArticleRevision } from '../revision/article-revision.entity';
import { sanitizedBody } from '../rich-text/rich-text';
import { ChannelEntries } from './channel-entries';
import { ChannelLists } from './channel-lists';
import { presentationOf } from './channel-presentation';
import { ChannelReading } from './channel-reading';
import { articleTag, channelTag } from './channel-tags';
import { isShown, type ChannelNode, type ChannelTree } from './channel-tree';
import type { ArticleLink } from '../article/article.view';
import type { ChannelView, SinglePageView } from './channel.view';

const PAGE_SIZE = 20;
const SECTION_SIZE = 6;
const TTL_SECONDS = 3600;
/** `zwgk/tzgg/p2/` → path and page. */
const ADDRESS = /^((?:[a-z0-9-]+\/)*?[a-z0-9-]+)(?:\/p(\d{1,5}))?\/$/;

/** 栏目页: a list with path paging, an overview of child channels, a single text, or the way elsewhere. */
@Page('/*path')
@Injectable()
export class ChannelPage {
  constructor(
    private readonly db: Db,
    private readonly channels: ChannelReading,
    private readonly lists: ChannelLists,
    private readonly entries: ChannelEntries,
    private readonly directory: SiteDirectory,
    private readonly themes: ThemeLibrary,
  ) {}

  async load(ctx: SiteCtx, { path = '' }: { path?: string }, frame: PageFrame): Promise<PageResult> {
    const [, channelPath = '', number = '1'] = ADDRESS.exec(path) ?? [];
    const page = Number(number);
    const tree = await this.channels.tree(ctx);
    const node = tree.at(channelPath);
    if (node?.isClosed) return redirect(addressAfter(tree, node));
    if (!node?.isOpen || page < 1) return notFound;
    if (node.kind === 'link') return node.linkUrl ? redirect(node.linkUrl, false) : notFound;
    if (number !== '1' && String(page) !== number) return notFound;
    const canonicalPath = page > 1 ? `/${node.path}/p${page}/` : `/${node.path}/`;
    const addresses = new PageAddresses(this.directory, ctx.site);
    if (node.kind === 'static' && !presentationOf(this.templateOf(node, frame, ''))) {
      const single = page === 1 ? await this.single(ctx, tree, node, addresses, frame) : notFound;
      if (single) return single;
      const child = node.children.find(isShown);
      if (child) return redirect(child.kind === 'link' ? child.linkUrl : `/${child.path}/`, false);
    }
    return this.list(ctx, tree, node, page, addresses, frame, canonicalPath);
  }

  private async list(
    ctx: SiteCtx,
    tree: ChannelTree,
    node: ChannelNode,
    page: number,
    addresses: PageAddresses,
    frame: PageFrame,
    canonicalPath: string,
  ): Promise<PageResult> {
    const presentation = presentationOf(this.templateOf(node, frame, ''));
    const pageSize = presentation?.pageSize ?? PAGE_SIZE;
    const own = await this.ownArticles(ctx, node, page, pageSize);
    if (page > 1 && own.items.length === 0) return notFound;
    const listed =
      page > 1
        ? []
        : node.children.filter((child) => isShown(child) && child.kind !== 'static' && child.kind !== 'link');
    const sections = await this.lists.newest(
      ctx,
      tree,
      listed.map((channel) => ({ channel, count: SECTION_SIZE })),
      addresses,
    );
    const articles = own.items.map((row) => toArticleLink(row, addresses));
    const data: ChannelView = {
      channel: { name: node.name, description: node.description, url: addresses.channel(node.path) },
      menu: sideMenu(tree, node, addresses),
      sections: listed.map((child, at) => ({
        channel: channelLink(child, addresses),
        articles: sections[at] ?? [],
      })),
      articles,
      entries: presentation ? await this.entries.of(ctx, presentation, own.items, addresses) : [],
      listStyle: presentation ? 'title' : sharedStyle(articles),
      pager: pagerOf(page, own.total, pageSize, (each) => addresses.channel(node.path, each)),
    };
    const usual = data.sections.length > 0 ? 'pages/channel-index.njk' : 'pages/channel.njk';
    return view(this.templateOf(node, frame, usual), data, {
      tags: [channelTag(node.id)],
      ttlSeconds: TTL_SECONDS,
      canonicalPath,
      page: {
        visit: `channel:${node.id}`,
        title: page > 1 ? `${node.name}（第${page}页）` : node.name,
        tags: columnTags(frame.site, columnTagFacts(node)),
        breadcrumb: breadcrumbTo(tree, node, addresses, node.id),
        finding: channelFinding(node, addresses),
      },
    });
  }

  private async ownArticles(ctx: SiteCtx, node: ChannelNode, page: number, size: number) {
    if (!node.hasContent) return { items: [], total: 0 };
    const articles = this.db.site(ctx, Article);
    const where = { channelId: node.id, state: 'published' as const };
    const { pageSize } = pageRequest(page, size);
    const items = await articles.select([...LINK_FIELDS, 'liveRevisionId'], {
      where,
      order: { pinRank: 'DESC', publishedAt: 'DESC', id: 'DESC' },
      take: pageSize,
      skip: (page - 1) * pageSize,
    });
    const isWhole = page === 1 && items.length < pageSize;
    return { items, total: isWhole ? items.length : await articles.count(where) };
  }

  /** The newest single page of the channel; null when it has none. */
  private async single(
    ctx: SiteCtx,
    tree: ChannelTree,
    node: ChannelNode,
    addresses: PageAddresses,
    frame: PageFrame,
  ): Promise<PageResult | null> {
    if (!node.hasContent) return null;
    const newest = await this.db.site(ctx, Article).find({
      where: { channelId: node.id, state: 'published' },
      order: { pinRank: 'DESC', publishedAt: 'DESC', id: 'DESC' },
      take: 5,
    });
    const article = newest.find((each) => each.kind === 'page') ?? newest[0];
    if (!article?.liveRevisionId || !article.publishedAt) return null;
    const revision = await this.db.site(ctx, ArticleRevision).findOne({ id: article.liveRevisionId });
    if (!revision) return null;
    const data: SinglePageView = {
      channel: { name: node.name, url: addresses.channel(node.path) },
      menu: sideMenu(tree, node, addresses),
      title: article.title,
      source: article.source,
      publishedAt: article.revisedAt ?? article.publishedAt,
      body: sanitizedBody(revision.body, ctx.site.prefix),
    };
    return view(this.templateOf(node, frame, 'pages/page.njk'), data, {
      tags: [channelTag(node.id), articleTag(article.id)],
      ttlSeconds: TTL_SECONDS,
      canonicalPath: `/${node.path}/`,
      page: {
        visit: `channel:${node.id}`,
        title: node.name,
        tags: columnTags(frame.site, columnTagFacts(node)),
        breadcrumb: breadcrumbTo(tree, node, addresses, node.id),
      },
    });
  }

  /** The channel's own template when the site's theme offers it. */
  private templateOf(node: ChannelNode, frame: PageFrame, usual: string): string {
    const own = node.template;
    return own !== null && this.themes.find(frame.theme.name)?.has(own) ? own : usual;
  }
}

/** A channel of leaders, of galleries, of files stands as cards; a mixed one as titles. */
function sharedStyle(articles: readonly ArticleLink[]): string {
  const [first = 'title', ...others] = new Set(articles.map(({ style }) => style));
  return others.length === 0 ? first : 'title';
}

/** Where a closed channel leads: to the open channel it went into, over several closings, or home. */
function addressAfter(tree: ChannelTree, closed: ChannelNode): string {
  const seen = new Set<number>();
  let node: ChannelNode | undefined = closed;
  while (node?.isClosed && !seen.has(node.id)) {
    seen.add(node.id);
    node = tree.find(node.movedToId ?? 0);
  }
  return node?.isOpen ? `/${node.path}/` : '/';
}
