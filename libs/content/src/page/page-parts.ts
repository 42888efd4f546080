import type { ColumnTagFacts, Link, PageFrame } from '@zhanqun/theming';
import type { PageAddresses } from '../article/article-address';
import { isShown, type ChannelNode, type ChannelTree } from '../channel/channel-tree';

/** A channel as a link; the address of a link channel is where it leads. */
export function channelLink(node: ChannelNode, addresses: PageAddresses, currentId?: number): Link {
  const isOutside = node.kind === 'link' && /^https?:/i.test(node.linkUrl);
  return {
    label: node.name,
    url:
      node.kind === 'link'
        ? isOutside
          ? node.linkUrl
          : addresses.at(node.linkUrl)
        : addresses.channel(node.path),
    ...(isOutside && !isOwnHost(node.linkUrl, addresses.site.host) ? { isExternal: true } : {}),
    ...(node.id === currentId ? { isCurrent: true } : {}),
  };
}

function isOwnHost(url: string, host: string): boolean {
  return URL.canParse(url) && new URL(url).hostname === host;
}

/** 当前位置: home, the channels above, the channel. The last one is the page itself on a channel's page. */
export function breadcrumbTo(
  tree: ChannelTree,
  node: ChannelNode,
  addresses: PageAddresses,
  currentId?: number,
): Link[] {
  const line = tree.lineOf(node).map((each) => channelLink(each, addresses, currentId));
  return [{ label: '首页', url: addresses.at('/') }, ...line];
}

/** 侧栏: the top channel and what is shown below it. */
export function sideMenu(
  tree: ChannelTree,
  node: ChannelNode,
  addresses: PageAddresses,
): { top: Link; entries: Link[] } {
  const top = tree.lineOf(node)[0] ?? node;
  return {
    top: channelLink(top, addresses, node.id),
    entries: top.children.filter(isShown).map((child) => channelLink(child, addresses, node.id)),
  };
}

export function columnTagFacts(node: ChannelNode): ColumnTagFacts {
  return { name: node.name, description: node.description, keywords: node.keywords, type: node.columnType };
}

export type FrameSite = PageFrame['site'];
